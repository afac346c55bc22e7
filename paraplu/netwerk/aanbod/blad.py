"""A catalogue as a sheet: read with every fault named, shown before it counts, written back the same."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.afspraken.blad import (
    Bladfout,
    BladNotReadable,
    Bladrij,
    Kolom,
    lees_blad,
    lees_dag,
    lees_geheel,
    lees_tekst,
)
from paraplu.afspraken.tussentaal import categorieen
from paraplu.berichten.uittreksel import BladOnleesbaar
from paraplu.berichten.uittreksel import lees_blad as lees_cellen

from ..models import Aard, Organisatie, Schaal, Sector, VoorWie, Voorziening

HOOGSTENS_BYTES = 5 * 1024 * 1024
HOOGSTENS_RIJEN = 5000
OUDSTE = 23
#: A text that a spreadsheet would take for a formula gets this before it; reading takes it off.
VEILIG = "'"
FORMULE = ("=", "+", "-", "@", "\t")


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


def _keuze(soort: Any, tekst: str) -> Callable[[str], str]:
    """A reader for one of the values, or its full name, of a list of choices."""

    def lees(cel: str) -> str:
        for waarde, naam in soort.choices:
            if cel.strip().casefold() in {waarde.casefold(), str(naam).casefold()}:
                return str(waarde)
        raise ValueError(tekst)

    return lees


def lees_meer(lees: Callable[[str], str]) -> Callable[[str], list[str]]:
    """A reader for several values in one cell, with commas between them."""

    def lees_alle(cel: str) -> list[str]:
        delen = [deel.strip() for deel in re.split(r"[,;|]", cel) if deel.strip()]
        return list(dict.fromkeys(lees(deel) for deel in delen))

    return lees_alle


def lees_plaats(cel: str) -> str:
    for plaats in (*gebieden.regios(), *gebieden.gemeenten()):
        code = cel.zfill(4) if cel.isdigit() else cel
        if code.casefold() in {plaats.code.casefold(), plaats.naam.casefold()}:
            return plaats.code
    raise ValueError(f"{cel} is geen regio of gemeente die wij kennen.")


def _lees_leeftijd(cel: str) -> int:
    leeftijd = lees_geheel(cel)
    if not 0 <= leeftijd <= OUDSTE:
        raise ValueError("Dit is geen leeftijd voor jeugdhulp.")
    return leeftijd


def _lees_groep(cel: str) -> int:
    for nummer, naam in categorieen().items():
        if cel.casefold() in {str(nummer), naam.casefold()}:
            return nummer
    raise ValueError("Dit is geen groep van de tussentaal.")


def lees_code(cel: str) -> str:
    if not re.fullmatch(r"[0-9]{2}[A-Za-z0-9]{0,3}", cel):
        raise ValueError(f"{cel} is geen productcode.")
    return cel.upper()


def _lees_ja_nee(cel: str) -> bool:
    if cel.casefold() not in {"ja", "nee"}:
        raise ValueError("Dit is geen ja of nee.")
    return cel.casefold() == "ja"


def _lees_kort(lengte: int) -> Callable[[str], str]:
    def lees(cel: str) -> str:
        if len(cel) > lengte:
            raise ValueError(f"Deze tekst is langer dan {lengte} tekens.")
        return cel

    return lees


SECTOREN = ", ".join(Sector.values)
KOLOMMEN = (
    Kolom(
        "aanbieder",
        lees_tekst,
        "Vul de AGB-code of onze sleutel in, of laat weg bij eigen aanbod.",
        verplicht=False,
        mag_ontbreken=True,
    ),
    Kolom("kenmerk", _lees_kort(40), "Geef elke voorziening een eigen, vast kenmerk."),
    Kolom("naam", _lees_kort(120), "Vul in hoe de voorziening heet."),
    Kolom("omschrijving", _lees_kort(2000), "Schrijf in gewone woorden wat er gebeurt."),
    Kolom(
        "tussentaal",
        _lees_groep,
        "Vul een getal van 1 tot en met 10 in. Alleen zonder beschikking mag het leeg zijn.",
        verplicht=False,
    ),
    Kolom("sectoren", lees_meer(_keuze(Sector, "Dit is geen sector.")), f"Kies uit: {SECTOREN}."),
    Kolom(
        "schaal",
        _keuze(Schaal, "Dit is geen schaal."),
        f"Kies uit: {', '.join(Schaal.values)}.",
    ),
    Kolom("aard", _keuze(Aard, "Dit is geen aard."), f"Kies uit: {', '.join(Aard.values)}."),
    Kolom(
        "voor_wie",
        _keuze(VoorWie, "Dit is geen doelgroep."),
        f"Kies uit: {', '.join(VoorWie.values)}.",
    ),
    Kolom("leeftijd_vanaf", _lees_leeftijd, f"Vul een getal van 0 tot en met {OUDSTE} in."),
    Kolom("leeftijd_tot", _lees_leeftijd, f"Vul een getal van 0 tot en met {OUDSTE} in."),
    Kolom(
        "productcodes",
        lees_meer(lees_code),
        "Vul codes in zoals 45A04, met een komma ertussen, of laat leeg.",
        verplicht=False,
        mag_ontbreken=True,
    ),
    Kolom(
        "werkgebied",
        lees_meer(lees_plaats),
        "Vul namen of codes van regio's en gemeenten in, of laat leeg voor heel Gelderland.",
        verplicht=False,
    ),
    Kolom("vanaf", lees_dag, "Vul een dag in, zoals 2022-01-01."),
    Kolom("tot", lees_dag, "Vul een dag in, zoals 2023-12-31, of laat leeg.", verplicht=False),
    Kolom(
        "ingekocht",
        _lees_ja_nee,
        "Vul ja of nee in, of laat leeg. Alleen een regio of gemeente vult dit in.",
        verplicht=False,
        mag_ontbreken=True,
    ),
)
LEEG_IS_LIJST = ("productcodes", "werkgebied")


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


def list_rijen(alle: Iterable[Voorziening], ingekocht: dict[int, bool]) -> list[list[str]]:
    """Provisions as rows that this module reads back the same; `ingekocht` per provision (its id)."""
    rijen = []
    for voorziening in alle:
        waarden = {
            "aanbieder": voorziening.aanbieder.code or voorziening.aanbieder.sleutel,
            "ingekocht": ingekocht.get(voorziening.pk),
        }
        rijen.append(
            [
                _write(
                    waarden[kolom.naam]
                    if kolom.naam in waarden
                    else getattr(voorziening, kolom.naam)
                )
                for kolom in KOLOMMEN
            ]
        )
    return rijen


def write_xlsx(rijen: Iterable[list[str]]) -> bytes:
    """The rows below the names of the columns, as a workbook; every cell is text."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import

    boek = Workbook(write_only=True)
    blad = boek.create_sheet("hulpaanbod")
    blad.append([kolom.naam for kolom in KOLOMMEN])
    for rij in rijen:
        blad.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def write_csv(rijen: Iterable[list[str]]) -> str:
    """The same as CSV that a Dutch spreadsheet opens as it is."""
    uit = io.StringIO(newline="")
    uit.write("\ufeff")
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow([kolom.naam for kolom in KOLOMMEN])
    schrijver.writerows(rijen)
    return uit.getvalue()


def _write(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    tekst = str(waarde)
    return VEILIG + tekst if tekst.startswith(FORMULE) else tekst


def _as_text(cel: Any) -> str:
    """A cell as a person typed it: without the decimals of a spreadsheet, on one line."""
    if isinstance(cel, Decimal):
        return str(int(cel)) if cel == cel.to_integral_value() else str(cel)
    if isinstance(cel, date):
        return cel.isoformat()
    tekst = " ".join(str(cel).split())
    return tekst[1:] if tekst.startswith(VEILIG) and tekst[1:].startswith(FORMULE) else tekst
