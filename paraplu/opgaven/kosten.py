"""The cost return of a GI: which types of costs it asks, and what share of them is overhead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from .gegevens import lees

GROEPEN: Final = ("direct", "indirect", "overhead")
#: The list of types is ours: the agreement names the division, and no source gives it (R296).
VOORSTEL: Final[str] = lees("kostensoorten")["voorstel"]
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Groep:
    """Direct costs, indirect staff, or overhead, with the types it is made of."""

    sleutel: str
    naam: str
    uitleg: str
    soorten: tuple[tuple[str, str], ...]


def _groep(sleutel: str) -> Groep:
    rij = lees("kostensoorten")[sleutel]
    return Groep(sleutel, rij["naam"], rij["uitleg"], tuple(rij["soort"].items()))


INDELING: Final[tuple[Groep, ...]] = tuple(_groep(sleutel) for sleutel in GROEPEN)
#: Key of a type → key of its group.
SOORTEN: Final[dict[str, str]] = {
    sleutel: groep.sleutel for groep in INDELING for sleutel, _naam in groep.soorten
}
NAMEN: Final[dict[str, str]] = {
    sleutel: naam for groep in INDELING for sleutel, naam in groep.soorten
}


def sum_groep(bedragen: Mapping[str, Decimal], groep: str) -> Decimal:
    """The euros of one group together.

    >>> sum_groep({"ict": Decimal(2), "bestuur": Decimal(3), "leiding": Decimal(9)}, "overhead")
    Decimal('5')
    """
    return sum((b for soort, b in bedragen.items() if SOORTEN[soort] == groep), Decimal(0))


def share_of_overhead(bedragen: Mapping[str, Decimal]) -> Decimal | None:
    """Overhead in percent of all costs, in hundredths (R176); None without costs.

    >>> share_of_overhead({"ict": Decimal(29), "jeugdbeschermers": Decimal(71)})
    Decimal('29.00')
    """
    totaal = sum(bedragen.values(), Decimal(0))
    if not totaal:
        return None
    return (sum_groep(bedragen, "overhead") * 100 / totaal).quantize(CENT, ROUND_HALF_UP)
