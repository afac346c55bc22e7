"""What an indicator is: a query that gives every candidate with the reason why it fell off.

The figure, the list behind it and the receipt are three readings of that one query.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import ibis
from ibis.expr.types import BooleanValue, Table

if TYPE_CHECKING:
    from paraplu.monitor.periode import Periode
    from paraplu.monitor.trajecten import Trajecten

#: Columns that every indicator gives, beside its own: what a figure can be split by.
DIMENSIES = (
    "gemeente",
    "gi",
    "aanbieder",
    "productcategorie",
    "tussentaal",
    "soort_maatregel",
)

#: How a measure is read from the counted rows.
SOORTEN = ("aantal", "uniek", "som", "gemiddelde", "mediaan", "p90", "aandeel", "stroom")


@dataclass(frozen=True, kw_only=True)
class Maat:
    """One figure read from the counted rows of an indicator.

    `soort`: aantal (rows), uniek (distinct values of `kolom`), som, gemiddelde, mediaan, p90 (of
    `kolom`, nulls left out), aandeel (distinct `kolom` among rows where `waar`, divided by distinct
    `kolom`; without `kolom` rows), ratio of sums: aandeel with `kolom` and `noemer`; stroom
    (transfers, see `overdrachten`). `waar` is a boolean column that says which counted rows
    this measure takes. Sums of cents have eenheid "euro": the API divides by 100.
    """

    sleutel: str
    naam: str
    eenheid: str
    soort: str = "aantal"
    kolom: str | None = None
    waar: str | None = None
    noemer: str | None = None

    def __post_init__(self) -> None:
        if self.soort not in SOORTEN:
            raise ValueError(f"onbekende soort maat: {self.soort}")


class Rijen(Protocol):
    """An indicator's query."""

    __name__: str

    def __call__(self, trajecten: Trajecten, *, periode: Periode, variant: str) -> Table: ...


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A value of the monitor: what it is, where it comes from and its query.

    `varianten`: names of readings, the first is the one shown. `overdrachten`: the query behind
    measures of soort stroom, with van_… and naar_… for each dimension and the code of the gemeente
    in van_code and naar_code.
    """

    code: str
    naam: str
    vereisten: tuple[str, ...]
    lezingen: tuple[str, ...]
    eenheid: str
    bron: str
    definitie: str
    varianten: tuple[str, ...]
    maten: tuple[Maat, ...]
    rijen: Rijen
    opmerkingen: tuple[str, ...] = ()
    dimensies: tuple[str, ...] = DIMENSIES
    overdrachten: Rijen | None = None

    def kies_variant(self, variant: str | None) -> str:
        """The variant asked for, or the one shown. Raises OnbekendeVariant."""
        if variant is None:
            return self.varianten[0]
        if variant not in self.varianten:
            raise OnbekendeVariant(
                f"{self.code} kent {variant!r} niet; wel: {', '.join(self.varianten)}"
            )
        return variant

    def maat(self, sleutel: str) -> Maat:
        """The measure with this key. Raises OnbekendeMaat."""
        for maat in self.maten:
            if maat.sleutel == sleutel:
                return maat
        bekend = ", ".join(maat.sleutel for maat in self.maten)
        raise OnbekendeMaat(f"{self.code} heeft geen maat {sleutel!r}; wel: {bekend}")


class OnbekendeMaat(ValueError):
    """A measure that this indicator does not have."""


class OnbekendeVariant(ValueError):
    """A reading that this indicator does not have."""


class OnbekendeIndicator(ValueError):
    """A code that is no value of the monitor."""


def indicator(
    *,
    code: str,
    naam: str,
    vereisten: tuple[str, ...],
    eenheid: str,
    bron: str,
    maten: tuple[Maat, ...],
    lezingen: tuple[str, ...] = (),
    varianten: tuple[str, ...] = ("letterlijk",),
    opmerkingen: tuple[str, ...] = (),
    dimensies: tuple[str, ...] = DIMENSIES,
    overdrachten: Rijen | None = None,
) -> Callable[[Rijen], Indicator]:
    """Make an Indicator of a query function; its docstring is the definition shown (Dutch)."""

    def bouw(rijen: Rijen) -> Indicator:
        return Indicator(
            code=code,
            naam=naam,
            vereisten=vereisten,
            lezingen=lezingen,
            eenheid=eenheid,
            bron=bron,
            definitie=inspect.getdoc(rijen) or "",
            varianten=varianten,
            maten=maten,
            rijen=rijen,
            opmerkingen=opmerkingen,
            dimensies=dimensies,
            overdrachten=overdrachten,
        )

    return bouw


def kandidaten(tabel: Table, voorwaarden: Mapping[str, BooleanValue]) -> Table:
    """`tabel` with `afgevallen_op`: the name of the first condition not met, or null.

    The key is what the receipt says of a row that does not meet the condition ("geen startbericht").
    Unknown is not met: a condition that is null counts as failed.
    """
    redenen = [
        (~voorwaarde.fill_null(False), ibis.literal(reden))
        for reden, voorwaarde in voorwaarden.items()
    ]
    leeg = ibis.null("string")
    return tabel.mutate(afgevallen_op=ibis.cases(*redenen, else_=leeg) if redenen else leeg)
