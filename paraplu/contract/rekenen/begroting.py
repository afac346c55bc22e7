"""The budget: a frozen base, indexation, a correction for volume, and what stands apart (R7, R162)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from .afronden import EEN, HONDERD, NUL, round_euro

#: What the GI's asked of the tariffs in 2020, in percent and in euro a year (R170).
GEVRAAGD_PROCENT: Final = Decimal(20)
GEVRAAGD_BEDRAG: Final = Decimal(10_000_000)


@dataclass(frozen=True, kw_only=True)
class Jaarmutatie:
    """What one year changes against the year before, in percent."""

    jaar: int
    indexatie: Decimal
    maatregelen: Decimal


@dataclass(frozen=True, kw_only=True)
class Begrotingsjaar:
    """The lines of one year in whole euro's. The base stays what it was: savings go to the work (R7)."""

    jaar: int
    basis: Decimal
    indexatie: Decimal
    volumecorrectie: Decimal
    #: Preventieve jeugdbescherming: a line of its own, outside base, index and volume (R7).
    preventief: Decimal
    #: One-off costs (R162).
    eenmalig: Decimal
    #: Change of the number of measures since the base year, in percent.
    volume: Decimal

    @property
    def kader(self) -> Decimal:
        """The frame for the measures: base, indexation and correction."""
        return self.basis + self.indexatie + self.volumecorrectie

    @property
    def totaal(self) -> Decimal:
        """Everything together."""
        return self.kader + self.preventief + self.eenmalig


def compute_begroting(
    *,
    basis: Decimal,
    preventief: Decimal = NUL,
    eenmalig: Mapping[int, Decimal] | None = None,
    drempel: Decimal,
    jaren: Sequence[Jaarmutatie],
) -> tuple[Begrotingsjaar, ...]:
    """The budget year by year, all in euro; the first of `jaren` is the base year.

    Volume counts from a change of `drempel` percent since the base year, in either direction: what
    "substantially" means is agreed nowhere (R7).
    """
    index, volume = EEN, EEN
    uit = []
    for plek, jaar in enumerate(jaren):
        if plek:
            index *= EEN + jaar.indexatie / HONDERD
            volume *= EEN + jaar.maatregelen / HONDERD
        verschil = volume - EEN
        telt = abs(verschil) * HONDERD >= drempel and verschil != 0
        uit.append(
            Begrotingsjaar(
                jaar=jaar.jaar,
                basis=round_euro(basis),
                indexatie=round_euro(basis * (index - EEN)),
                volumecorrectie=round_euro(basis * index * verschil) if telt else NUL,
                preventief=round_euro(preventief),
                eenmalig=round_euro((eenmalig or {}).get(jaar.jaar, NUL)),
                volume=verschil * HONDERD,
            )
        )
    return tuple(uit)


def compute_totaal(*, stijging: Decimal, procent: Decimal) -> Decimal:
    """The total of which a rise of `procent` percent is `stijging` euro (the illustration of R170).

    >>> compute_totaal(stijging=Decimal(10_000_000), procent=Decimal(20))
    Decimal('50000000')
    """
    return stijging * HONDERD / procent
