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
    `duur`: per cell how unwelcome it is to hide it. `streng`: cells that no party may find, also where
    enough children of others are in it.
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
    streng: Vlaggen = field(default_factory=lambda: np.zeros(0, bool))
    onder: Getallen = field(default_factory=lambda: np.zeros(0, np.int64))
    boven: Getallen = field(default_factory=lambda: np.zeros(0, np.int64))

    def __post_init__(self) -> None:
        if not len(self.streng):
            self.streng = np.zeros(len(self.klein), bool)
        self.begin = np.searchsorted(self.som, np.arange(len(self.drempel) + 1))
        self.plekcel = self.cel[self.getal]
        self.plekaantal = self.aantal[self.getal]
        self._op_getal = np.argsort(self.getal, kind="stable")
        self._getal_begin = np.searchsorted(
            self.getal[self._op_getal], np.arange(len(self.aantal) + 1)
        )
        self._grens = np.zeros(len(self.aantal), np.int64)
        np.maximum.at(self._grens, self.getal, self.drempel[self.som])
        self._op_cel = np.argsort(self.plekcel, kind="stable")
        self._cel_begin = np.searchsorted(
            self.plekcel[self._op_cel], np.arange(len(self.klein) + 1)
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

    def sommen_van_cel(self, cel: int) -> Getallen:
        """The sums that a number of this cell is in."""
        plekken = self._op_cel[self._cel_begin[cel] : self._cel_begin[cel + 1]]
        sommen: Getallen = np.unique(self.som[plekken])
        return sommen

    def lekken(self, weg: Vlaggen, sommen: Getallen | None = None) -> Iterator[tuple[int, int]]:
        """Every sum (of these) that says too much, with the party that it says it to."""
        if sommen is None:
            plekken, bij = np.arange(len(self.som)), np.arange(len(self._kennis.plek))
            sommen, groepen = np.arange(len(self.drempel)), np.arange(len(self._kennis.som))
        else:
            plekken, bij, groepen = self._deel(sommen)
        mist = weg[self.plekcel[plekken]]
        rij = np.searchsorted(sommen, self.som[plekken])
        teken, aantal = self.teken[plekken], self.plekaantal[plekken]
        telling = _tel(rij, mist, teken, aantal, len(sommen))
        alle = np.ones(len(sommen), bool)
        for nummer in np.flatnonzero(_zegt_te_veel(telling, self.drempel[sommen], alle)):
            yield int(sommen[nummer]), NIEMAND
        yield from self._lekken_aan_partijen(weg, sommen, telling, bij, groepen)

    def _lekken_aan_partijen(
        self,
        weg: Vlaggen,
        sommen: Getallen,
        telling: list[Getallen],
        bij: Getallen,
        groepen: Getallen,
    ) -> Iterator[tuple[int, int]]:
        kennis = self._kennis
        plek, deel = kennis.plek[bij], kennis.deel[bij]
        groep = np.searchsorted(groepen, kennis.groep[bij])
        som, partij = kennis.som[groepen], kennis.partij[groepen]
        mist, teken = weg[self.plekcel[plek]], self.teken[plek]
        geheel_bekend = mist & (deel == self.plekaantal[plek])
        eigen = _tel(groep, mist, teken, deel, len(som))
        bekend = _tel(groep, geheel_bekend, teken, deel, len(som))
        eigen[0], eigen[2] = bekend[0], bekend[2]
        waar = np.searchsorted(sommen, som)
        rest = [geheel[waar] - min_ for geheel, min_ in zip(telling, eigen, strict=True)]
        streng = self._streng_in(weg, sommen)[waar]
        for nummer in np.flatnonzero(_zegt_te_veel(rest, self.drempel[som], streng)):
            yield int(som[nummer]), int(partij[nummer])

    def _streng_in(self, weg: Vlaggen, sommen: Getallen) -> Vlaggen:
        """Which sums have a hidden number that no party may find."""
        uit = np.zeros(len(self.drempel), bool)
        uit[self.som[(weg & self.streng)[self.plekcel]]] = True
        return uit[sommen]

    def _deel(self, sommen: Getallen) -> tuple[Getallen, Getallen, Getallen]:
        """Of some sums: their places, what parties know there, and the pairs of sum and party."""
        kennis = self._kennis
        plekken = _reeksen(self.begin[sommen], self.begin[sommen + 1])
        bij = kennis.op_som[_reeksen(kennis.som_begin[sommen], kennis.som_begin[sommen + 1])]
        return plekken, bij, np.unique(kennis.groep[bij])

    def kent(self, partijen: Sequence[int], getallen: Getallen | None = None) -> Vlaggen:
        """Which numbers these parties know, each by itself."""
        if getallen is None:
            getallen = np.arange(len(self.aantal))
        uit = np.zeros(len(getallen), bool)
        for partij in partijen:
            uit |= self.deel_van(partij, getallen) == self.aantal[getallen]
        return uit

    def is_gevoelig(self, partijen: Sequence[int]) -> Vlaggen:
        """Which numbers one of these parties may not find: few children of others are in it.

        A number with enough others in it, or none, a party may know: it would be shown to it, were
        it alone. Who has nothing of its own finds no hidden number at all.
        """
        if NIEMAND in partijen:
            return np.ones(len(self.aantal), bool)
        uit = self.streng[self.cel] | (self.aantal < self._grens)
        getal, partij, deel = self.eigen
        rest = self.aantal[getal] - deel
        hier = np.isin(partij, partijen) & (rest > 0) & (rest < self._grens[getal])
        uit[getal[hier]] = True
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
        streng = partij == NIEMAND or bool((weg & stelsel.streng)[cellen].any())
        if not _zegt_te_veel(telling, np.array([drempel]), np.array([streng]))[0]:
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


def _zegt_te_veel(telling: list[Getallen], drempel: Getallen, streng: Vlaggen) -> Vlaggen:
    """One number missing, or some on one side that are together fewer than the threshold.

    Every missing number is at least one: were they together as many as they are, each would be one.
    Not `streng`: a single number that is large enough may be found.
    """
    delen, deelsom, totalen, totaalsom = telling
    alleen = (delen + totalen == 1) & (streng | (deelsom + totaalsom < drempel))
    klein = (totalen == 0) & (delen > 1) & (deelsom < np.maximum(drempel, delen + 1))
    krap = (delen == 0) & (totalen > 1) & (totaalsom < np.maximum(drempel, totalen + 1))
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
    op_som: Getallen
    som_begin: Getallen

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
        op_som = np.argsort(stelsel.som[plek], kind="stable")
        begin = np.searchsorted(stelsel.som[plek][op_som], np.arange(len(stelsel.drempel) + 1))
        return cls(hoeveel, paren, delen, plek, delen[waar], groep, som, wie, op_som, begin)

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


def _reeksen(begin: Getallen, einde: Getallen) -> Getallen:
    """The numbers from each begin up to its end."""
    lengte = einde - begin
    binnen = np.arange(lengte.sum()) - np.repeat(np.cumsum(lengte) - lengte, lengte)
    uit: Getallen = np.repeat(begin, lengte) + binnen
    return uit
