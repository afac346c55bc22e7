"""A catalogue as a sheet: read with every fault named, and what each row would do."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _

from paraplu.afspraken.blad import (
    Bladfout,
    BladNotReadable,
    Bladrij,
    lees_blad,
)
from paraplu.berichten.uittreksel import BladOnleesbaar
from paraplu.berichten.uittreksel import lees_blad as lees_cellen

from ..models import Aard, Organisatie, Voorziening
from .kolommen import FORMULE, KOLOMMEN, LEEG_IS_LIJST, VEILIG

HOOGSTENS_BYTES = 5 * 1024 * 1024
HOOGSTENS_RIJEN = 5000


class Wijziging(Enum):
    """What a row would do."""

    NIEUW = "nieuw"
    ANDERS = "anders"
    GELIJK = "gelijk"


@dataclass(frozen=True, kw_only=True)
class Bladregel:
    """One row as it would be taken: the provision it changes (None: a new one), and buying."""

    regel: int
    aanbieder: Organisatie
    velden: dict[str, Any]
    ingekocht: bool | None
    bestaand: Voorziening | None
    wijziging: Wijziging


def read_tekst(inhoud: bytes, *, bestand: str) -> str:
    """A CSV or XLSX as one kind of text, line for line, so that a fault names the right line.

    Raises BladNotReadable.
    """
    try:
        blad = lees_cellen(inhoud)
    except BladOnleesbaar as fout:
        raise BladNotReadable([Bladfout(bestand, 1, "", fout.tekst, fout.remedie)]) from None
    if len(blad.rijen) > HOOGSTENS_RIJEN:
        tekst = f"Dit blad heeft meer dan {HOOGSTENS_RIJEN} rijen."
        raise BladNotReadable([Bladfout(bestand, 1, "", tekst, "Verdeel het over meer bladen.")])
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, lineterminator="\n")
    regel = 1
    for nummer, cellen in blad.rijen:
        for _leeg in range(regel, nummer):
            uit.write("\n")
        schrijver.writerow([_as_text(cel) for cel in cellen])
        regel = nummer + 1
    return uit.getvalue()


def read_regels(
    tekst: str,
    *,
    bestand: str,
    eigen: Organisatie | None,
    mag_inkopen: bool,
) -> list[Bladregel]:
    """What the rows would do; raises BladNotReadable with every fault in them.

    `eigen`: the only organisation of which rows are taken; None: of every provider we know.
    """
    rijen = lees_blad(tekst, KOLOMMEN, bestand=bestand)
    if not rijen:
        leeg = Bladfout(bestand, 1, "", "Dit blad heeft geen rijen.", "Vul ten minste één rij in.")
        raise BladNotReadable([leeg])
    lezer = _Lezer(bestand=bestand, eigen=eigen, mag_inkopen=mag_inkopen)
    regels = [regel for rij in rijen if (regel := lezer.read(rij))]
    if lezer.fouten:
        raise BladNotReadable(lezer.fouten)
    return regels


class _Lezer:
    """Reads rows one by one and keeps the faults that are about more than one cell."""

    def __init__(self, *, bestand: str, eigen: Organisatie | None, mag_inkopen: bool) -> None:
        self.bestand, self.eigen, self.mag_inkopen = bestand, eigen, mag_inkopen
        self.fouten: list[Bladfout] = []
        self.gezien: dict[tuple[int, str], int] = {}
        alle = Organisatie.objects.all() if eigen is None else [eigen]
        self.bekend = {naam: o for o in alle for naam in (o.sleutel.casefold(), o.code) if naam}
        van = (
            Voorziening.objects.all()
            if eigen is None
            else Voorziening.objects.filter(aanbieder=eigen)
        )
        self.bestaand = {(v.aanbieder_id, v.kenmerk): v for v in van}

    def read(self, rij: Bladrij) -> Bladregel | None:
        voor = len(self.fouten)
        velden: dict[str, Any] = dict(rij.waarden)
        velden |= {naam: velden[naam] or [] for naam in LEEG_IS_LIJST}
        aanbieder = self._find_aanbieder(rij, velden.pop("aanbieder"))
        ingekocht = velden.pop("ingekocht")
        self._check(rij, velden)
        if ingekocht is not None and not self.mag_inkopen:
            self._fout(
                rij,
                "ingekocht",
                _("Inkoop legt de regio of de gemeente vast."),
                _("Laat deze cel leeg."),
            )
        if aanbieder is None:
            return None
        eerder = self.gezien.setdefault((aanbieder.pk, velden["kenmerk"]), rij.regel)
        if eerder != rij.regel:
            tekst = _("Dit kenmerk staat ook op regel %(regel)s.") % {"regel": eerder}
            self._fout(rij, "kenmerk", tekst, _("Geef elke voorziening een eigen kenmerk."))
        if len(self.fouten) > voor:
            return None
        bestaand = self.bestaand.get((aanbieder.pk, velden["kenmerk"]))
        return Bladregel(
            regel=rij.regel,
            aanbieder=aanbieder,
            velden=velden,
            ingekocht=ingekocht,
            bestaand=bestaand,
            wijziging=_compare(bestaand, velden),
        )

    def _find_aanbieder(self, rij: Bladrij, cel: object) -> Organisatie | None:
        if not cel and self.eigen is not None:
            return self.eigen
        gevonden = self.bekend.get(str(cel or "").casefold())
        if gevonden is None and cel:
            tekst = _("Deze aanbieder kennen wij niet, of u mag er geen aanbod van inbrengen.")
            self._fout(rij, "aanbieder", tekst, _("Vul de AGB-code in: acht cijfers."))
        elif gevonden is None:
            self._fout(rij, "aanbieder", _("Deze cel is leeg."), _("Vul de AGB-code in."))
        return gevonden

    def _check(self, rij: Bladrij, velden: dict[str, Any]) -> None:
        """What two cells say together."""
        if velden["tussentaal"] is None and velden["aard"] == Aard.INDIVIDUEEL:
            tekst = _("Hulp met een beschikking hoort in een groep van de tussentaal.")
            self._fout(rij, "tussentaal", tekst, _("Vul een getal van 1 tot en met 10 in."))
        if velden["leeftijd_tot"] < velden["leeftijd_vanaf"]:
            tekst = _("Deze leeftijd is lager dan die bij leeftijd_vanaf.")
            self._fout(rij, "leeftijd_tot", tekst, _("Vul een hogere leeftijd in."))
        if velden["tot"] is not None and velden["tot"] < velden["vanaf"]:
            tekst = _("Deze dag ligt vóór vanaf.")
            self._fout(rij, "tot", tekst, _("Vul een latere dag in, of laat leeg."))

    def _fout(self, rij: Bladrij, kolom: str, tekst: str, remedie: str) -> None:
        self.fouten.append(Bladfout(self.bestand, rij.regel, kolom, tekst, remedie))


def _compare(bestaand: Voorziening | None, velden: dict[str, Any]) -> Wijziging:
    if bestaand is None:
        return Wijziging.NIEUW
    zelfde = all(_on_one_line(getattr(bestaand, naam)) == waarde for naam, waarde in velden.items())
    return Wijziging.GELIJK if zelfde else Wijziging.ANDERS


def _on_one_line(waarde: Any) -> Any:
    """A text as a sheet holds it: lines of a description are one line there."""
    return " ".join(waarde.split()) if isinstance(waarde, str) else waarde


def _as_text(cel: Any) -> str:
    """A cell as a person typed it: without the decimals of a spreadsheet, on one line."""
    if isinstance(cel, Decimal):
        return str(int(cel)) if cel == cel.to_integral_value() else str(cel)
    if isinstance(cel, date):
        return cel.isoformat()
    tekst = " ".join(str(cel).split())
    return tekst[1:] if tekst.startswith(VEILIG) and tekst[1:].startswith(FORMULE) else tekst
