"""Figures from rows: one pass over what happened in a year gives every figure a page can show.

A room gives the rows of its measures; what counts, what fell out and why, and what stays hidden is
decided here, once, for every room with figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from math import ceil
from statistics import median
from typing import Any, Final

from .verbergen import ALLES, DREMPEL, Cel, hide

NEGEN_VAN_TIEN: Final = 0.9


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One thing that counts in a figure, on the day that places it in a period.

    With a reason in `afgevallen` it was looked at and does not count; the receipt says how many did
    not, and why.
    """

    casus: int
    regio: str
    dag: date
    partij: str = ""
    deel: str = ""
    waarde: int | None = None
    ja: bool | None = None
    afgevallen: str = ""


@dataclass(frozen=True, kw_only=True)
class Meting:
    """A measure. `ja` says what its share is a share of, `eenheid` what its values count; "" is none.

    `rijen` gives the rows of one thing that a room measures, such as the course of one case, as it
    is known on a day. `telt` says what one row is, `redenen` what each reason to fall out means.
    `vereisten` are the requirements that ask for it.
    """

    sleutel: str
    naam: Any
    telt: Any
    uitleg: Any
    rijen: Callable[[Any, date], Iterable[Rij]]
    ja: Any = ""
    eenheid: Any = ""
    vereisten: tuple[str, ...] = ()
    redenen: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cijfer:
    """A figure over rows. A part is None when no row has it."""

    aantal: int
    casussen: int
    aandeel: float | None
    mediaan: float | None
    p90: int | None


@dataclass(frozen=True, kw_only=True)
class Verborgen:
    """A figure that is there and is not shown; `reden` says why. It is never a zero."""

    reden: str


TE_KLEIN: Final = Verborgen(reden=f"minder dan {DREMPEL} casussen")
MEE_VERBORGEN: Final = Verborgen(reden="anders is een klein aantal uit te rekenen")
LEEG: Final = Cijfer(aantal=0, casussen=0, aandeel=None, mediaan=None, p90=None)


def make_cijfer(rijen: Sequence[Rij]) -> Cijfer:
    """The figure of these rows."""
    waarden = sorted(rij.waarde for rij in rijen if rij.waarde is not None)
    oordelen = [rij.ja for rij in rijen if rij.ja is not None]
    return Cijfer(
        aantal=len(rijen),
        casussen=len({rij.casus for rij in rijen}),
        aandeel=sum(oordelen) / len(oordelen) if oordelen else None,
        mediaan=median(waarden) if waarden else None,
        p90=find_p90(waarden),
    )


def find_p90(waarden: Sequence[int]) -> int | None:
    """The smallest of the sorted values that at least nine of ten do not exceed.

    >>> find_p90(range(1, 11)), find_p90([4]), find_p90([])
    (9, 4, None)
    """
    return waarden[ceil(NEGEN_VAN_TIEN * len(waarden)) - 1] if waarden else None


@dataclass(frozen=True)
class Blik:
    """Which part of the year one looks at; ALLES is no choice."""

    kwartaal: str = ALLES
    regio: str = ALLES
    partij: str = ALLES

    def cel(self, deel: str = ALLES) -> Cel:
        """The cell of a part of a measure."""
        return (self.kwartaal, self.regio, self.partij, deel)


@dataclass(frozen=True)
class Tabel:
    """One measure over one year: the rows of every cell, and which cells stay hidden."""

    meting: Meting
    rijen: dict[Cel, list[Rij]] = field(repr=False)
    verborgen: frozenset[Cel] = field(repr=False)
    #: What was looked at and does not count: the same with the reason as its part.
    afgevallen: Tabel | None = field(default=None, repr=False)

    def cijfer(self, blik: Blik, deel: str = ALLES) -> Cijfer | Verborgen:
        """The figure of a cell, or that it is hidden."""
        cel = blik.cel(deel)
        rijen = self.rijen.get(cel, [])
        if not rijen:
            return LEEG
        if cel not in self.verborgen:
            return make_cijfer(rijen)
        return TE_KLEIN if len({rij.casus for rij in rijen}) < DREMPEL else MEE_VERBORGEN

    def list_rijen(self, blik: Blik, deel: str = ALLES) -> list[Rij]:
        """The rows behind that figure, the first day first."""
        return sorted(self.rijen.get(blik.cel(deel), []), key=lambda rij: (rij.dag, rij.casus))

    def delen(self, blik: Blik) -> list[str]:
        """The parts that have rows here, such as the steps; empty for a measure without parts."""
        eigen = blik.cel()[:3]
        return sorted({c[3] for c in self.rijen if c[:3] == eigen and c[3] not in {"", ALLES}})

    def waarden(self, plek: int, blik: Blik, deel: str = ALLES) -> list[str]:
        """The quarters (0), regions (1) or parties (2) that have rows where one looks."""
        cel = blik.cel(deel)
        rest = (*cel[:plek], *cel[plek + 1 :])
        return sorted(
            c[plek]
            for c in self.rijen
            if c[plek] not in {"", ALLES} and (*c[:plek], *c[plek + 1 :]) == rest
        )


def list_rijen(meting: Meting, bron: Iterable[Any], *, jaar: int, op: date) -> list[Rij]:
    """The rows of a measure in a year, known on `op`; `bron` is what its `rijen` reads one by one."""
    return [
        rij
        for een in bron
        for rij in meting.rijen(een, op)
        if rij.dag.year == jaar and rij.dag <= op
    ]


def make_tabel(meting: Meting, rijen: Iterable[Rij]) -> Tabel:
    """Put each row in its cell and in every total above it, and decide what stays hidden."""
    alle = list(rijen)
    cellen = _put_in_cellen(rij for rij in alle if not rij.afgevallen)
    uit = _put_in_cellen(replace(rij, deel=rij.afgevallen) for rij in alle if rij.afgevallen)
    return Tabel(meting, cellen, _hide(cellen), Tabel(meting, uit, _hide(uit)) if uit else None)


def _put_in_cellen(rijen: Iterable[Rij]) -> dict[Cel, list[Rij]]:
    cellen: dict[Cel, list[Rij]] = defaultdict(list)
    for rij in rijen:
        for cel in list_cellen(rij):
            cellen[cel].append(rij)
    return dict(cellen)


def _hide(cellen: dict[Cel, list[Rij]]) -> frozenset[Cel]:
    return hide({cel: len({rij.casus for rij in lijst}) for cel, lijst in cellen.items()})


def list_cellen(rij: Rij) -> Iterator[Cel]:
    """The cells in which a row counts: by quarter, region, party and part, each or all of them."""
    kwartaal = str((rij.dag.month + 2) // 3)
    yield from product(*({waarde, ALLES} for waarde in (kwartaal, rij.regio, rij.partij, rij.deel)))
