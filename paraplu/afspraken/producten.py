"""Which iJW product is a measure, of which kind, and how a product is called in short (R203, P61).

A measure is jeugdbescherming (48) or jeugdreclassering (47). Category 49, preventive work of a GI,
is no measure and counts in V1 only (P5).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from paraplu.afspraken.gegevens import rijen

#: iJW categories whose products are measures (JZ020).
CATEGORIEEN_MAATREGEL = frozenset({"47", "48"})
#: Preventive work of a GI: no measure, no jeugdhulp either (P5).
CATEGORIE_PREVENTIEF = "49"

GEEN_MAATREGEL = "geen maatregel"
ONBEKEND = "onbekend"


@dataclass(frozen=True)
class Maatregel:
    """The kind of measure behind a product code."""

    productcategorie: str
    productcode: str
    soort_maatregel: str


@cache
def maatregelen() -> tuple[Maatregel, ...]:
    """Every product code of the categories 47, 48 and 49 with its kind of measure."""
    return tuple(
        Maatregel(rij["productcategorie"], rij["productcode"], rij["soort_maatregel"])
        for rij in rijen("maatregelen")
    )


@cache
def _soorten() -> dict[tuple[str, str], str]:
    return {(m.productcategorie, m.productcode): m.soort_maatregel for m in maatregelen()}


def soort_maatregel(productcode: str | None, categorie: str) -> str:
    """The kind of measure of a product; `onbekend` where 47 or 48 has no or an unknown code.

    >>> soort_maatregel("48A01", "48"), soort_maatregel(None, "48"), soort_maatregel("45A04", "45")
    ('ots jaar 1', 'onbekend', 'geen maatregel')
    """
    if categorie not in CATEGORIEEN_MAATREGEL:
        return GEEN_MAATREGEL
    return _soorten().get((categorie, productcode or ""), ONBEKEND)


def groep(soort: str) -> str | None:
    """OTS, voogdij, JR or onbekend: what can continue as one measure (P50); None if it is none.

    >>> groep("ots jaar 2 en verder"), groep("jr samenloop"), groep("geen maatregel")
    ('OTS', 'JR', None)
    """
    if soort == GEEN_MAATREGEL:
        return None
    if soort.startswith("ots"):
        return "OTS"
    if soort.startswith("jr "):
        return "JR"
    return "voogdij" if soort == "voogdij" else ONBEKEND


@cache
def productomschrijvingen() -> dict[str, str]:
    """The short name of every product code."""
    return {rij["productcode"]: rij["naam"] for rij in rijen("producten")}


def productomschrijving(code: str) -> str | None:
    """The short name of a product code, None if the code is unknown."""
    return productomschrijvingen().get(code)


@cache
def productcategorieen() -> dict[str, str]:
    """The iJW categories (JZ020) with their names; 31 to 38 are of 2015."""
    return {rij["productcategorie"]: rij["naam"] for rij in rijen("productcategorieen")}


@cache
def productcodes() -> dict[str, str]:
    """Every known product code with its category."""
    return {rij["productcode"]: rij["productcategorie"] for rij in rijen("producten")}
