"""Which cells to hide beside the small ones, so that no sum gives a hidden one back.

A sum says that some numbers are together another. What a reader does not see of it must be nothing, or
at least two numbers that are together as large as the threshold. That holds for who sees none of the
cells in full, and for each party that does see its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Vlaggen = NDArray[np.bool_]
#: No party: who has no area of its own.
NIEMAND = -1


@dataclass(kw_only=True)
class Stelsel:
    """Numbers, the cells that they are hidden with, and every sum over them.

    A number (`aantal`) belongs to a cell (`cel`): several are shown or hidden together. A place in a
    sum is `som`, `getal` and `teken` (+1 for a part, -1 for the total), ordered by `som`; `drempel`
    is per sum. `eigen` has number, party and how much of the number is that party's own: all of it,
    and the party knows the number. `klein`: cells that are hidden for themselves. `onder` and `boven`: where cell `boven` is hidden, `onder` is too.
    `duur`: per cell how unwelcome it is to hide it.
    """

    aantal: Getallen
    cel: Getallen
    som: Getallen
    getal: Getallen
    teken: Getallen
    drempel: Getallen
    klein: Vlaggen
    eigen: tuple[Getallen, Getallen, Getallen]
    duur: Getallen
    onder: Getallen = field(default_factory=lambda: np.zeros(0, np.int64))
    boven: Getallen = field(default_factory=lambda: np.zeros(0, np.int64))

    def __post_init__(self) -> None:
        self.begin = np.searchsorted(self.som, np.arange(len(self.drempel) + 1))
        self.plekcel = self.cel[self.getal]
        self.plekaantal = self.aantal[self.getal]
        self._op_getal = np.argsort(self.getal, kind="stable")
        self._getal_begin = np.searchsorted(
            self.getal[self._op_getal], np.arange(len(self.aantal) + 1)
        )
        self._kennis = Kennis.van(self)

    def sommen_van(self, getal: int) -> list[int]:
        """The sums that a number is in."""
        plekken = self._op_getal[self._getal_begin[getal] : self._getal_begin[getal + 1]]
        sommen: list[int] = self.som[plekken].tolist()
        return sommen

    def geef_door(self, weg: Vlaggen) -> None:
        """Hide what lies under a hidden cell."""
        while True:
            erbij = weg[self.boven] & ~weg[self.onder]
            if not erbij.any():
                return
            weg[self.onder[erbij]] = True

    def lekken(self, weg: Vlaggen) -> Iterator[tuple[int, int]]:
        """Every sum that says too much, with the party that it says it to."""
        mist = weg[self.plekcel]
        telling = _tel(self.som, mist, self.teken, self.plekaantal, len(self.drempel))
        for welke in np.flatnonzero(_zegt_te_veel(telling, self.drempel)):
            yield int(welke), NIEMAND
        plek, som, partij = self._kennis.plek, self._kennis.som, self._kennis.partij
        mist, teken, deel = mist[plek], self.teken[plek], self._kennis.deel
        geheel_bekend = mist & (deel == self.plekaantal[plek])
        eigen = _tel(self._kennis.groep, mist, teken, deel, len(som))
        bekend = _tel(self._kennis.groep, geheel_bekend, teken, deel, len(som))
        eigen[0], eigen[2] = bekend[0], bekend[2]
        rest = [geheel[som] - min_ for geheel, min_ in zip(telling, eigen, strict=True)]
        for nummer in np.flatnonzero(_zegt_te_veel(rest, self.drempel[som])):
            yield int(som[nummer]), int(partij[nummer])

    def kent(self, partijen: Sequence[int], getallen: Getallen | None = None) -> Vlaggen:
        """Which numbers these parties know, each by itself."""
        if getallen is None:
            getallen = np.arange(len(self.aantal))
        uit = np.zeros(len(getallen), bool)
        for partij in partijen:
            uit |= self.deel_van(partij, getallen) == self.aantal[getallen]
        return uit

    def deel_van(self, partij: int, getallen: Getallen) -> Getallen:
        """How much of each number is this party's own."""
        return self._kennis.deel_van(partij, getallen)

    @property
    def partijen(self) -> list[int]:
        """Every party."""
        return [int(partij) for partij in np.unique(self.eigen[1])]


def kies(stelsel: Stelsel, weg: Vlaggen | None = None) -> Vlaggen:
    """The cells to hide: the small ones, those in `weg`, and what is needed beside them."""
    weg = stelsel.klein.copy() if weg is None else weg | stelsel.klein
    stelsel.geef_door(weg)
    vast: set[tuple[int, int]] = set()
    while True:
        lekken = [lek for lek in stelsel.lekken(weg) if lek not in vast]
        if not lekken:
            return weg
        for som, partij in lekken:
            if not _dicht(stelsel, som, partij, weg):
                vast.add((som, partij))
        stelsel.geef_door(weg)


def _dicht(stelsel: Stelsel, som: int, partij: int, weg: Vlaggen) -> bool:
    """Hide the cheapest cells of one sum until it says nothing to `partij`; False when none are left.

    None are left only where the party knows all the rest itself: what it finds is its own.
    """
    plek = slice(stelsel.begin[som], stelsel.begin[som + 1])
    cellen, teken = stelsel.plekcel[plek], stelsel.teken[plek]
    aantal, drempel = stelsel.plekaantal[plek], stelsel.drempel[som]
    eigen = stelsel.deel_van(partij, stelsel.getal[plek])
    kent = eigen == aantal
    while True:
        mist = weg[cellen] & ~kent
        telling = _tel(np.zeros(len(cellen), np.int64), mist, teken, aantal - eigen, 1)
        if not _zegt_te_veel(telling, np.array([drempel]))[0]:
            return True
        over = np.flatnonzero(~weg[cellen] & ~kent)
        if not len(over):
            return False
        weg[cellen[over[np.lexsort((cellen[over], stelsel.duur[cellen[over]]))[0]]]] = True


def _tel(
    groep: Getallen, mist: Vlaggen, teken: Getallen, aantal: Getallen, hoeveel: int
) -> list[Getallen]:
    """Per group the number and the sum of what is missed, of the parts and of the totals."""
    uit = []
    for kant in (1, -1):
        hier = mist & (teken == kant)
        uit.append(np.bincount(groep[hier], minlength=hoeveel))
        som = np.bincount(groep[hier], weights=aantal[hier], minlength=hoeveel)
        uit.append(som.astype(np.int64))
    return uit


def _zegt_te_veel(telling: list[Getallen], drempel: Getallen) -> Vlaggen:
    """One number missing, or some on one side that are together fewer than the threshold.

    Every missing number is at least one: were they together as many as they are, each would be one.
    """
    delen, deelsom, totalen, totaalsom = telling
    alleen = delen + totalen == 1
    klein = (totalen == 0) & (delen > 0) & (deelsom < np.maximum(drempel, delen + 1))
    krap = (delen == 0) & (totalen > 0) & (totaalsom < np.maximum(drempel, totalen + 1))
    uitkomst: Vlaggen = alleen | klein | krap
    return uitkomst


@dataclass(frozen=True)
class Kennis:
    """Whose part a number is, and per sum the parties that some of it belongs to.

    `paren`: number and party as one, sorted, with `delen`. Per place in a sum and party with a part
    in it: `plek`, `deel`, and `groep`, that says which pair of `som` and `partij` it belongs to.
    """

    hoeveel: int
    paren: Getallen
    delen: Getallen
    plek: Getallen
    deel: Getallen
    groep: Getallen
    som: Getallen
    partij: Getallen

    @classmethod
    def van(cls, stelsel: Stelsel) -> Kennis:
        """Look up once what the sums ask again and again."""
        getal, partij, deel = stelsel.eigen
        hoeveel = int(partij.max(initial=NIEMAND)) + 2
        volgorde = np.lexsort((-deel, getal * hoeveel + partij))
        paren, eerste = np.unique((getal * hoeveel + partij)[volgorde], return_index=True)
        delen = deel[volgorde][eerste]
        plek, waar = _plekken(stelsel, paren, hoeveel)
        code = stelsel.som[plek] * hoeveel + paren[waar] % hoeveel
        paar, groep = np.unique(code, return_inverse=True)
        som, wie = paar // hoeveel, paar % hoeveel
        return cls(hoeveel, paren, delen, plek, delen[waar], groep, som, wie)

    def deel_van(self, partij: int, getallen: Getallen) -> Getallen:
        """How much of these numbers is the party's."""
        if not len(self.paren) or partij == NIEMAND:
            return np.zeros(len(getallen), np.int64)
        gezocht = getallen * self.hoeveel + partij
        plaats = np.minimum(np.searchsorted(self.paren, gezocht), len(self.paren) - 1)
        return np.where(self.paren[plaats] == gezocht, self.delen[plaats], 0)


def _plekken(stelsel: Stelsel, paren: Getallen, hoeveel: int) -> tuple[Getallen, Getallen]:
    """Every place in a sum, once for each pair that has its number; and which pair."""
    begin = np.searchsorted(paren, stelsel.getal * hoeveel)
    aantal = np.searchsorted(paren, (stelsel.getal + 1) * hoeveel) - begin
    plek = np.repeat(np.arange(len(stelsel.getal)), aantal)
    binnen = np.arange(len(plek)) - np.repeat(np.cumsum(aantal) - aantal, aantal)
    return plek, np.repeat(begin, aantal) + binnen
