"""The product book as a sheet: CSV or XLSX, every fault with file, line, column, rule and remedy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from paraplu.afspraken.blad import (
    Bladfout,
    BladNotReadable,
    Bladrij,
    Kolom,
    lees_blad,
    lees_dag,
    lees_tekst,
)
from paraplu.netwerk.aanbod.blad import read_tekst

from .models import Product, Tarief
from .rekenen.tarief import BUITEN_TARIEF, IN_TARIEF

__all__ = ["KOLOMMEN", "REGELS", "Tariefregel", "read_regels", "read_tekst"]

#: The rules of a sheet, by the code that a fault names.
REGELS: Final = {
    "PB1": "Eén product heeft in het hele blad dezelfde naam en eenheid.",
    "PB2": "Een tarief eindigt niet voor het begint.",
    "PB3": "Van één product en soort gelden er nooit twee tarieven op een dag.",
    "PB4": "De delen van een tarief zijn samen het tarief (R164).",
    "PB5": "Reis-, zak- en kleedgeld hoort niet in het tarief van een GI (R163).",
    "PB6": "Een bedrag heeft een bron, of het staat er als verzonnen.",
}
_CODE: Final = re.compile(r"\d{2}[A-Z0-9]{3}")
#: With two decimals at most a point can be no thousand.
_BEDRAG: Final = re.compile(r"\d{1,7}([.,]\d{1,2})?|\d{1,3}(\.\d{3})+,\d{1,2}")


def _code(cel: str) -> str:
    if not _CODE.fullmatch(cel.upper()):
        raise ValueError("Dit is geen productcode.")
    return cel.upper()


def _bedrag(cel: str) -> Decimal:
    kaal = cel.replace("€", "").replace("\u00a0", "").strip()
    if not kaal.isascii() or not _BEDRAG.fullmatch(kaal):
        raise ValueError("Dit is geen bedrag.")
    if "," in kaal:
        kaal = kaal.replace(".", "").replace(",", ".")
    return Decimal(kaal).quantize(Decimal("0.01"))


def _tarief(cel: str) -> Decimal:
    bedrag = _bedrag(cel)
    if not bedrag:
        raise ValueError("Een tarief is meer dan 0.")
    return bedrag


def _one_of(*waarden: str) -> Any:
    def lees(cel: str) -> str:
        if cel.lower() not in waarden:
            raise ValueError(f"Dit is niet {' of '.join(waarden)}.")
        return cel.lower()

    return lees


def _ja_nee(cel: str) -> bool:
    return str(_one_of("ja", "nee")(cel)) == "ja"


_EURO: Final = "Vul een bedrag in euro in, zoals 95,40, of laat leeg."
KOLOMMEN: Final[tuple[Kolom, ...]] = (
    Kolom("product", _code, "Vul de productcode in, zoals 47A01."),
    Kolom("naam", lees_tekst, "Vul de naam van het product in."),
    Kolom(
        "eenheid",
        _one_of(*Product.Eenheid.values),
        f"Kies uit {', '.join(Product.Eenheid.values)}.",
    ),
    Kolom("soort", _one_of(*Tarief.Soort.values), "Vul in: gelders of landelijk."),
    Kolom("vanaf", lees_dag, "Vul een dag in, zoals 2022-01-01."),
    Kolom("tot", lees_dag, "Vul een dag in, of laat leeg.", verplicht=False, mag_ontbreken=True),
    Kolom("tarief", _tarief, _EURO, verplicht=False),
    *(
        Kolom(deel, _bedrag, _EURO, verplicht=False, mag_ontbreken=True)
        for deel in (*IN_TARIEF, *BUITEN_TARIEF)
    ),
    Kolom("bron", lees_tekst, "Vul in waar het bedrag staat.", verplicht=False),
    Kolom("verzonnen", _ja_nee, "Vul in: ja of nee.", verplicht=False, mag_ontbreken=True),
)


@dataclass(frozen=True, kw_only=True)
class Tariefregel:
    """One row: a product with a tariff, or without one where no source gives it."""

    regel: int
    product: str
    naam: str
    eenheid: str
    soort: str
    vanaf: date
    tot: date | None
    bedrag: Decimal | None
    delen: dict[str, Decimal]
    bron: str
    verzonnen: bool


def read_regels(tekst: bytes | str, *, bestand: str) -> list[Tariefregel]:
    """The rows of a sheet; raises BladNotReadable with all faults."""
    rijen = lees_blad(tekst, KOLOMMEN, bestand=bestand)
    if not rijen:
        leeg = Bladfout(bestand, 1, "", "Dit blad heeft geen rijen.", "Vul ten minste één rij in.")
        raise BladNotReadable([leeg])
    lezer = _Lezer(bestand)
    regels = [lezer.read(rij) for rij in rijen]
    lezer.check_periods(regels)
    if lezer.fouten:
        raise BladNotReadable(sorted(lezer.fouten, key=lambda fout: fout.regel))
    return regels


@dataclass
class _Lezer:
    """Keeps the faults that are about more than one cell."""

    bestand: str
    fouten: list[Bladfout] = field(default_factory=list)
    producten: dict[str, tuple[object, object]] = field(default_factory=dict)

    def read(self, rij: Bladrij) -> Tariefregel:
        w = rij.waarden
        self._check(rij)
        delen = {naam: w[naam] for naam in IN_TARIEF if w.get(naam) is not None}
        return Tariefregel(
            regel=rij.regel,
            product=str(w["product"]),
            naam=str(w["naam"]),
            eenheid=str(w["eenheid"]),
            soort=str(w["soort"]),
            vanaf=w["vanaf"],
            tot=w["tot"],
            bedrag=w["tarief"],
            delen=delen,
            bron=str(w["bron"] or ""),
            verzonnen=bool(w["verzonnen"]),
        )

    def _check(self, rij: Bladrij) -> None:
        w = rij.waarden
        eerder = self.producten.setdefault(str(w["product"]), (w["naam"], w["eenheid"]))
        if eerder != (w["naam"], w["eenheid"]):
            self._fout(rij.regel, "naam", "PB1", "Schrijf naam en eenheid overal gelijk.")
        if w["tot"] is not None and w["tot"] < w["vanaf"]:
            self._fout(rij.regel, "tot", "PB2", "Vul een latere dag in, of laat leeg.")
        for naam in BUITEN_TARIEF:
            if w.get(naam):
                self._fout(rij.regel, naam, "PB5", "Laat deze cel leeg.")
        delen = [w[naam] for naam in IN_TARIEF if w.get(naam) is not None]
        if delen and sum(delen) != w["tarief"]:
            self._fout(rij.regel, "tarief", "PB4", "Tel de delen na, of laat ze leeg.")
        if w["tarief"] is not None and not w["bron"] and not w["verzonnen"]:
            self._fout(rij.regel, "bron", "PB6", "Vul in waar het bedrag staat.")

    def check_periods(self, regels: Sequence[Tariefregel]) -> None:
        """PB3 within the sheet; against what is there already, the action looks."""
        reeksen: dict[tuple[str, str], list[Tariefregel]] = {}
        for regel in regels:
            if regel.bedrag is not None:
                reeksen.setdefault((regel.product, regel.soort), []).append(regel)
        for reeks in reeksen.values():
            reeks.sort(key=lambda r: r.vanaf)
            for eerst, dan in pairwise(reeks):
                if eerst.vanaf == dan.vanaf or (eerst.tot is not None and eerst.tot >= dan.vanaf):
                    self._fout(dan.regel, "vanaf", "PB3", f"Vergelijk met regel {eerst.regel}.")

    def _fout(self, regel: int, kolom: str, code: str, remedie: str) -> None:
        self.fouten.append(
            Bladfout(self.bestand, regel, kolom, f"{REGELS[code]} ({code})", remedie)
        )
