"""What the monitor answers: figures per area, receipts, completeness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from paraplu.monitor.indicator import Indicator
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen.verborgen import Verborgen

#: None: not known, or no cases. Verborgen: there, and not shown to this reader.
Waarde = int | float | Decimal | Verborgen | None


@dataclass(frozen=True)
class Rij:
    """One area, organisation or product with a value per measure."""

    sleutel: str
    naam: str
    waarden: dict[str, Waarde]


@dataclass(frozen=True)
class Uitkomst:
    """The figures of one indicator in one reading and period, split by one dimension."""

    indicator: Indicator
    variant: str
    periode: Periode
    per: str
    filters: dict[str, str]
    rijen: list[Rij]

    def rij(self, sleutel: str) -> Rij | None:
        """The row of this area, organisation or product."""
        return next((rij for rij in self.rijen if rij.sleutel == sleutel), None)


@dataclass(frozen=True)
class Bon:
    """The receipt of a figure: what was looked at, what counted, what fell off and on what.

    Of a figure that is not shown the counts are Verborgen too; reasons are then not named.
    """

    indicator: Indicator
    variant: str
    periode: Periode
    filters: dict[str, str]
    kandidaten: int | Verborgen
    geteld: int | Verborgen
    afgevallen: list[tuple[str, int | Verborgen]]
    dataversie: str
    bekend_op: date | None

    @property
    def definitie(self) -> str:
        """What is counted, in plain Dutch."""
        return self.indicator.definitie


@dataclass(frozen=True)
class Volledigheid:
    """What is expected of a pair gemeente and provider for a month, and what has come.

    `verwacht`: a live allocation in that month; `aanwezig`: a 323 or 303 of that period is
    known; `beantwoord`: so is its 325 or 304.
    """

    gemeente: str
    gemeentenaam: str
    aanbieder: str
    aanbiedernaam: str
    maand: Periode
    verwacht: bool
    aanwezig: bool
    beantwoord: bool
