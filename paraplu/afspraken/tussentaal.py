"""The tussentaal: ten groups of jeugdhulp that all regions share, as a dated mapping (R206–R209).

The first version is ours, to be replaced by what the bovenregionaal contractmanagementoverleg
adopts; a sheet in the same layout can be imported (`lees_tussentaal`). A rule for a product code
goes before the rule for its category. What no rule places is reported, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

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
from paraplu.afspraken.gegevens import rijen

#: Crisis, the only group that V5 looks at (R197).
CRISIS = 4
#: LTA and overige producten: no step up or down (P22, P59).
LTA = 9
OVERIG = 10


@dataclass(frozen=True)
class Tussentaalregel:
    """Where a product stands from `vanaf` until the day before `tot` (None: still).

    An empty `productcode` is the rule of the whole category. `tussentaal` None means that the
    product was looked at and has no place: a measure, or not placed yet (see `toelichting`).
    """

    productcategorie: str
    productcode: str
    tussentaal: int | None
    vanaf: date
    tot: date | None
    versie: str
    toelichting: str = ""

    def geldt_op(self, dag: date) -> bool:
        """Whether this rule holds on `dag`."""
        return self.vanaf <= dag and (self.tot is None or dag < self.tot)


@cache
def categorieen() -> dict[int, str]:
    """The ten names (R206)."""
    return {int(rij["tussentaal"]): rij["naam"] for rij in rijen("tussentaalcategorieen")}


@cache
def _rangen() -> dict[int, int]:
    return {
        int(rij["tussentaal"]): int(rij["rang"])
        for rij in rijen("tussentaalcategorieen")
        if rij["rang"]
    }


def rang(tussentaal: int | None) -> int | None:
    """How heavy this help is, 1 the lightest; None where groups cannot be compared (P22).

    >>> rang(1), rang(6), rang(5), rang(4)
    (1, 2, 7, None)
    """
    return None if tussentaal is None else _rangen().get(tussentaal)


@cache
def regels() -> tuple[Tussentaalregel, ...]:
    """The first version of the mapping, read from our own sheet."""
    blad = resources.files("paraplu.afspraken.gegevens") / "tussentaal.csv"
    return lees_tussentaal(blad.read_bytes(), bestand="tussentaal.csv")


def tussentaal_op(
    dag: date, mapping: Iterable[Tussentaalregel] | None = None
) -> dict[tuple[str, str], int | None]:
    """(category, code or "") with its place on `dag`; None: looked at and not placed."""
    return {
        (regel.productcategorie, regel.productcode): regel.tussentaal
        for regel in (regels() if mapping is None else mapping)
        if regel.geldt_op(dag)
    }


@cache
def _eigen_op(dag: date) -> dict[tuple[str, str], int | None]:
    return tussentaal_op(dag)


def plaats(categorie: str, code: str | None, dag: date) -> int | None:
    """The group of a product on `dag` by our own mapping: its code first, else its category.

    >>> plaats("43", "43A05", date(2023, 1, 1)), plaats("45", None, date(2023, 1, 1))
    (6, 1)
    """
    op_dag = _eigen_op(dag)
    if code and (categorie, code) in op_dag:
        return op_dag[categorie, code]
    return op_dag.get((categorie, ""))


def _lees_categorie(cel: str) -> str:
    if len(cel) != 2 or not (cel.isascii() and cel.isdigit()):
        raise ValueError("Dit is geen productcategorie.")
    return cel


def _lees_code(cel: str) -> str:
    if len(cel) > 5 or not (cel.isascii() and cel.isalnum()):
        raise ValueError("Dit is geen productcode.")
    return cel.upper()


def _lees_tussentaal(cel: str) -> int:
    getal = lees_geheel(cel)
    if getal not in categorieen():
        raise ValueError("De tussentaal loopt van 1 tot en met 10.")
    return getal


KOLOMMEN = (
    Kolom("productcategorie", _lees_categorie, "Vul twee cijfers in, zoals 45."),
    Kolom("productcode", _lees_code, "Vul een code in zoals 45A04, of laat leeg.", verplicht=False),
    Kolom(
        "tussentaal",
        _lees_tussentaal,
        "Vul een getal van 1 tot en met 10 in, of laat leeg als er geen plaats is.",
        verplicht=False,
    ),
    Kolom("vanaf", lees_dag, "Vul een dag in, zoals 2022-01-01."),
    Kolom("tot", lees_dag, "Vul een dag in, zoals 2023-01-01, of laat leeg.", verplicht=False),
    Kolom(
        "versie", lees_tekst, "Geef deze versie een naam, bijvoorbeeld de datum van het besluit."
    ),
    Kolom("toelichting", lees_tekst, "", verplicht=False, mag_ontbreken=True),
)


def lees_tussentaal(inhoud: bytes | str, *, bestand: str) -> tuple[Tussentaalregel, ...]:
    """A mapping from a sheet; raises BladNotReadable with every fault in it.

    Beside the cells this checks that a product has one place at a time (R209).
    """
    gelezen = lees_blad(inhoud, KOLOMMEN, bestand=bestand)
    mapping = [(rij, _maak_regel(rij)) for rij in gelezen]
    fouten = [*_find_wrong_order(mapping, bestand), *_find_overlap(mapping, bestand)]
    if fouten:
        raise BladNotReadable(fouten)
    return tuple(regel for _, regel in mapping)


def _maak_regel(rij: Bladrij) -> Tussentaalregel:
    tekst = ("productcode", "toelichting")
    waarden: dict[str, Any] = {**rij.waarden, **{naam: rij.waarden[naam] or "" for naam in tekst}}
    return Tussentaalregel(**waarden)


def _find_wrong_order(
    mapping: list[tuple[Bladrij, Tussentaalregel]], bestand: str
) -> Iterable[Bladfout]:
    for rij, regel in mapping:
        if regel.tot is not None and regel.tot <= regel.vanaf:
            tekst = "Deze dag ligt niet na vanaf."
            yield Bladfout(bestand, rij.regel, "tot", tekst, "Vul een latere dag in, of laat leeg.")


def _find_overlap(
    mapping: list[tuple[Bladrij, Tussentaalregel]], bestand: str
) -> Iterable[Bladfout]:
    """Two rules for one product that hold on the same day."""
    vorige: dict[tuple[str, str], tuple[Bladrij, Tussentaalregel]] = {}
    for rij, regel in sorted(mapping, key=lambda paar: paar[1].vanaf):
        sleutel = (regel.productcategorie, regel.productcode)
        eerder = vorige.get(sleutel)
        if eerder and (eerder[1].tot is None or eerder[1].tot > regel.vanaf):
            tekst = f"Dit product heeft op deze dag al een plaats, op regel {eerder[0].regel}."
            yield Bladfout(
                bestand, rij.regel, "vanaf", tekst, "Vul bij die regel een dag in bij tot."
            )
        if not eerder or (eerder[1].tot is not None and (regel.tot or date.max) > eerder[1].tot):
            vorige[sleutel] = (rij, regel)
