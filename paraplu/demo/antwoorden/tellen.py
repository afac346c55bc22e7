"""From rows to figures per area, organisation or kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from paraplu.afspraken.gebieden import gemeente
from paraplu.demo.antwoorden.kennis import Bekend

Waarde = int | float | None
BUITEN, ONBEKEND = "buiten", "onbekend"
ALLE_PER = (
    "gelderland",
    "regio",
    "gemeente",
    "gi",
    "aanbieder",
    "productcategorie",
    "tussentaal",
    "soort_maatregel",
)


@dataclass(slots=True)
class Rij:
    """Something counted, with where it belongs and its values."""

    van: Bekend
    gi: str | None
    kind: int
    waarden: dict[str, Any] = field(default_factory=dict)
    zonder: tuple[str, ...] = ()

    def sleutel(self, per: str) -> str:
        """Its value of a dimension."""
        return plaats_van(self.van, self.gi, per)


def plaats_van(van: Bekend, gi: str | None, per: str) -> str:
    """The value of a dimension for an allocation held by `gi`."""
    if per in {"gelderland", "regio", "gemeente"}:
        plaats = gemeente(van.gemeente)
        if plaats is None or not plaats.in_gvjb:
            return BUITEN
        return {"gelderland": "gelderland", "regio": plaats.regio, "gemeente": plaats.code}[per]
    waarden = {
        "gi": gi,
        "aanbieder": van.aanbieder,
        "productcategorie": van.categorie,
        "tussentaal": van.tussentaal,
        "soort_maatregel": van.soort_maatregel,
    }
    waarde = waarden[per]
    return ONBEKEND if waarde is None else str(waarde)


Maat = Callable[[Sequence[Rij]], Waarde]


def tel(rijen: Iterable[Rij], per: str, maten: dict[str, Maat]) -> dict[str, dict[str, Waarde]]:
    """Every measure for every value of the dimension that has rows."""
    groepen: dict[str, list[Rij]] = defaultdict(list)
    for rij in rijen:
        groepen[rij.sleutel(per)].append(rij)
    return {
        sleutel: {naam: maat(groep) for naam, maat in maten.items()}
        for sleutel, groep in sorted(groepen.items())
    }


def aantal(waar: str | None = None) -> Maat:
    """How many rows (where `waar`)."""
    return lambda rijen: sum(1 for rij in rijen if waar is None or rij.waarden[waar])


def kinderen(waar: str | None = None) -> Maat:
    """How many children (where `waar`)."""
    return lambda rijen: len({r.kind for r in rijen if waar is None or r.waarden[waar]})


def som(wat: str, waar: str | None = None) -> Maat:
    """The sum of a value."""
    return lambda rijen: sum(r.waarden[wat] for r in rijen if waar is None or r.waarden[waar])


def euro(wat: str, waar: str | None = None) -> Maat:
    """The sum of cents, in euros."""
    centen = som(wat, waar)
    return lambda rijen: (centen(rijen) or 0) / 100


def gemiddelde(wat: str, waar: str | None = None) -> Maat:
    """The mean of a value, where there is one."""

    def maat(rijen: Sequence[Rij]) -> Waarde:
        getallen = _getallen(rijen, wat, waar)
        return float(sum(map(Fraction, getallen)) / len(getallen)) if getallen else None

    return maat


def percentiel(wat: str, deel: float, waar: str | None = None) -> Maat:
    """The median (0.5) or another percentile, straight between two values."""

    def maat(rijen: Sequence[Rij]) -> Waarde:
        getallen = sorted(_getallen(rijen, wat, waar))
        if not getallen:
            return None
        plaats = (len(getallen) - 1) * deel
        onder = int(plaats)
        boven = min(onder + 1, len(getallen) - 1)
        return float(getallen[onder] + (getallen[boven] - getallen[onder]) * (plaats - onder))

    return maat


def aandeel(teller: Maat, noemer: Maat) -> Maat:
    """One measure divided by another, None where there is nothing to divide by."""

    def maat(rijen: Sequence[Rij]) -> Waarde:
        onder = noemer(rijen)
        return (teller(rijen) or 0) / onder if onder else None

    return maat


def _getallen(rijen: Sequence[Rij], wat: str, waar: str | None) -> list[float]:
    binnen = (rij for rij in rijen if waar is None or rij.waarden[waar])
    return [rij.waarden[wat] for rij in binnen if rij.waarden[wat] is not None]


def overlapt(begin: date, einde: date | None, van: date, tot: date) -> bool:
    """Whether they share a day; the last day counts."""
    return begin <= tot and (einde is None or einde >= van)
