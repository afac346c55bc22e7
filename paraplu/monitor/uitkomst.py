"""What the monitor answers: figures per area, receipts, completeness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from paraplu.monitor.indicator import Indicator
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen.verborgen import Verborgen

if TYPE_CHECKING:
    import pyarrow as pa

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

    def als_tabel(self) -> pa.Table:
        """The figures as an Arrow table, see `notitieboek.als_tabel`; `.to_pandas()` from there."""
        from paraplu.monitor.notitieboek import als_tabel  # noqa: PLC0415  it asks for this module

        return als_tabel(self)

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from paraplu.monitor.notitieboek import als_html  # noqa: PLC0415  it asks for this module

        return als_html(self)


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
