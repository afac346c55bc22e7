"""Looks whether all sums together still fix a number that each sum alone does not, exactly.

The numbers that a reader misses obey linear sums. One of them is fixed when every change of the
missing numbers that keeps all sums leaves it as it is. So the sums are solved by elimination, in whole
numbers modulo a large prime, and a random change that keeps them all is made: what does not move is
fixed. Chance, or the prime, can only take a free number for fixed, which hides a cell too many.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Any

import numpy as np
from numpy.typing import NDArray

from paraplu.monitor.verbergen.kiezen import NIEMAND, Getallen, Stelsel, Vlaggen, kies
from paraplu.monitor.verbergen.omweg import vind_omweg

#: The prime.
PRIEM = (1 << 31) - 1
#: So many sums that hang together in more ways are solved exactly; more by projection on the changes
#: that keep them all. What moves less than STIL by that is taken for fixed: a cell too many, never
#: one too few; and less than ONZEKER where it does not come to an end.
KLEINE_KERN = 200
STIL = 1e-5
ONZEKER = 1e-2
NAUWKEURIG = 1e-9
HOOGSTENS = 3000
#: So often the cheapest way around a fixed number is looked for; after that all beside it is hidden.
OMWEGEN_HOOGSTENS = 200

Som = dict[int, int]
Reals = NDArray[np.float64]


def zie_na(stelsel: Stelsel, weg: Vlaggen) -> Vlaggen:
    """Hide more until all sums together fix nothing that is hidden: for nobody, and for no party."""
    return Nazien(stelsel).see_all(weg)


def vaste_getallen(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen, keer: int = 0) -> Getallen:
    """The hidden numbers that all sums together fix, for who knows the numbers in `kent`.

    `keer`: another number makes another random change.
    """
    mist = weg[stelsel.cel] & ~kent
    plek = mist[stelsel.getal]
    som, getal, teken = (k[plek] for k in (stelsel.som, stelsel.getal, stelsel.teken))
    lagen = []
    while len(los := _losse(getal)):
        welke, eerste = np.unique(som[los], return_index=True)
        hier = np.isin(som, welke)
        lagen.append((getal[los[eerste]], teken[los[eerste]], som[hier], getal[hier], teken[hier]))
        som, getal, teken = som[~hier], getal[~hier], teken[~hier]
    kern = _beweeg_kern(som, getal, teken, keer)
    kans = np.random.default_rng([len(mist), keer]).integers(1, PRIEM, len(mist))
    geheel = kern[1].dtype == np.int64
    stap: NDArray[Any] = kans if geheel else kans / PRIEM
    stap[kern[0]] = kern[1]
    for spil, kant, som, getal, teken in reversed(lagen):
        stap[spil] = 0
        rest = np.zeros(len(spil), stap.dtype)
        np.add.at(rest, np.unique(som, return_inverse=True)[1], teken * stap[getal])
        stap[spil] = -kant * rest % PRIEM if geheel else -kant * rest
    vast: Getallen = np.flatnonzero(mist & ((stap == 0) if geheel else (np.abs(stap) < STIL)))
    return vast


def _beweeg_kern(
    som: Getallen, getal: Getallen, teken: Getallen, keer: int
) -> tuple[Getallen, Getallen | Reals]:
    """A random change of what hangs together in more ways: solved exactly, or projected when large."""
    if len(np.unique(som)) <= KLEINE_KERN:
        sommen: dict[int, Som] = defaultdict(dict)
        for welke_som, wie, kant in zip(som.tolist(), getal.tolist(), teken.tolist(), strict=True):
            sommen[welke_som][wie] = kant
        stap = beweeg(list(sommen.values()))
        return np.array(list(stap), np.int64), np.array(list(stap.values()), np.int64)
    getallen, kolom = np.unique(getal, return_inverse=True)
    sommen_, rij = np.unique(som, return_inverse=True)
    waarde = teken / np.sqrt(np.bincount(rij))[rij]
    begin = np.random.default_rng([len(getallen), keer]).normal(size=len(getallen))
    return getallen, _projecteer(begin, rij, kolom, waarde, len(sommen_))


def _losse(getal: Getallen) -> Getallen:
    """The places of numbers that are in one sum only: whatever that sum needs, they can give."""
    _wie, eerste, hoe_vaak = np.unique(getal, return_index=True, return_counts=True)
    los: Getallen = eerste[hoe_vaak == 1]
    return los


def beweeg(sommen: Sequence[Som]) -> Som:
    """A random change, modulo the prime, of every number in these sums that keeps each of them.

    A number in one sum only takes up whatever the others do: those sums go first, and last is solved
    what hangs together in more ways.
    """
    over = {nummer: {g: t for g, t in som.items() if t} for nummer, som in enumerate(sommen)}
    in_som: dict[int, set[int]] = defaultdict(set)
    for nummer, som in over.items():
        for getal in som:
            in_som[getal].add(nummer)
    opgelost: list[tuple[int, Som]] = []
    los = [getal for getal, waar in in_som.items() if len(waar) == 1]
    kort = [(len(som), nummer) for nummer, som in over.items()]
    heapify(kort)
    while True:
        paar = _volgende(over, in_som, los, kort)
        if paar is None:
            return _vul_in(opgelost, in_som)
        getal, nummer = paar
        for ander in _los_op(over, in_som, los, getal, nummer):
            heappush(kort, (len(over[ander]), ander))
        opgelost.append((getal, over.pop(nummer)))


def _volgende(
    over: dict[int, Som],
    in_som: dict[int, set[int]],
    los: list[int],
    kort: list[tuple[int, int]],
) -> tuple[int, int] | None:
    """The number to solve next and by which sum: one in that sum only, or of the shortest sum."""
    while los:
        getal = los.pop()
        if len(in_som[getal]) == 1:
            return getal, next(iter(in_som[getal]))
    while kort:
        lengte, nummer = heappop(kort)
        som = over.get(nummer)
        if som and len(som) == lengte:
            return min(som, key=lambda getal: (len(in_som[getal]), getal)), nummer
    return None


def _los_op(
    over: dict[int, Som], in_som: dict[int, set[int]], los: list[int], getal: int, nummer: int
) -> set[int]:
    """Take a number out of every other sum by means of this one; gives those sums."""
    spil = over[nummer]
    deel = pow(spil[getal], -1, PRIEM)
    anderen = in_som[getal] - {nummer}
    for ander in anderen:
        rij = over[ander]
        keer = rij[getal] * deel % PRIEM
        for wie, teken in spil.items():
            nieuw = (rij.get(wie, 0) - keer * teken) % PRIEM
            if nieuw:
                rij[wie] = nieuw
                in_som[wie].add(ander)
            elif wie in rij:
                del rij[wie]
                in_som[wie].discard(ander)
                if len(in_som[wie]) == 1:
                    los.append(wie)
    for wie in spil:
        in_som[wie].discard(nummer)
        if len(in_som[wie]) == 1:
            los.append(wie)
    return anderen


def _vul_in(opgelost: Sequence[tuple[int, Som]], getallen: dict[int, set[int]]) -> Som:
    """Chance for each number that nothing solves, and from those the others, the last solved first."""
    kans = random.Random(len(opgelost))  # noqa: S311 - no secret: any change will do
    vrij = set(getallen) - {getal for getal, _som in opgelost}
    stap = {getal: kans.randrange(1, PRIEM) for getal in sorted(vrij)}
    for getal, som in reversed(opgelost):
        rest = sum(teken * stap[wie] for wie, teken in som.items() if wie != getal)
        stap[getal] = -rest * pow(som[getal], -1, PRIEM) % PRIEM
    return stap


@dataclass
class Nazien:
    """Looks after one pattern. `omwegen`: so many ways around a number were looked for.

    Sums of children who count in more places do not come out to the last child, and whoever knows much
    may solve some numbers whatever is hidden: what stays fixed with every cell hidden is left alone.
    """

    stelsel: Stelsel
    omwegen: int = 0
    _altijd: dict[int, frozenset[int]] = field(default_factory=dict)

    def see_all(self, weg: Vlaggen) -> Vlaggen:
        """Until nothing changes any more."""
        while True:
            eerder = weg
            weg = self._maak_los(weg, NIEMAND)
            weg = self._voor_partijen(weg, self.stelsel.partijen)
            if (weg == eerder).all():
                return weg

    def _voor_partijen(self, weg: Vlaggen, partijen: Sequence[int]) -> Vlaggen:
        """For each of these parties: together first, and in halves where they find something."""
        if not (weg[self.stelsel.cel] & self.stelsel.kent(partijen)).any():
            return weg
        if not self._te_helpen(weg, partijen, self._altijd_vast(NIEMAND)):
            return weg
        if len(partijen) == 1:
            return self._maak_los(weg, partijen[0])
        helft = len(partijen) // 2
        weg = self._voor_partijen(weg, partijen[:helft])
        return self._voor_partijen(weg, partijen[helft:])

    def _maak_los(self, weg: Vlaggen, partij: int) -> Vlaggen:
        """Hide cells until nothing is fixed for this party, but for what is its own to find."""
        kent, zonder_weg = self.stelsel.kent([partij]), set(self._altijd_vast(partij))
        while vast := self._te_helpen(weg, [partij], zonder_weg):
            nieuw, los = weg.copy(), set[int]()
            for getal in vast:
                if getal in los:
                    continue
                omweg = self._omweg(nieuw, kent, getal)
                if nieuw[self.stelsel.cel[omweg]].all():  # no way, or it was free after all
                    zonder_weg.add(getal)
                los |= set(omweg.tolist())
                nieuw[self.stelsel.cel[omweg]] = True
            if (nieuw != weg).any():
                weg = kies(self.stelsel, nieuw)
        return weg

    def _omweg(self, weg: Vlaggen, kent: Vlaggen, getal: int) -> Getallen:
        """Numbers to hide with this one; where that takes too long, all that is shown beside it."""
        self.omwegen += 1
        if self.omwegen <= OMWEGEN_HOOGSTENS:
            return vind_omweg(self.stelsel, weg, kent, getal)
        over = _over(self.stelsel, weg, kent, getal)
        naast: Getallen = np.flatnonzero(np.isin(self.stelsel.cel, over))
        return naast

    def _te_helpen(
        self, weg: Vlaggen, partijen: Sequence[int], zonder_weg: Collection[int]
    ) -> list[int]:
        """Fixed numbers, a party's own to find left out, with something shown in or near their sums."""
        kent = self.stelsel.kent(partijen)
        vast = vaste_getallen(self.stelsel, weg, kent)
        vast = vast[self.stelsel.is_gevoelig(partijen)[vast]]
        over = [getal for getal in vast.tolist() if getal not in zonder_weg]
        return [getal for getal in over if len(_over(self.stelsel, weg, kent, getal))]

    def _altijd_vast(self, partij: int) -> frozenset[int]:
        """What a party can solve with every cell hidden: looked for twice, chance must not agree."""
        if partij not in self._altijd:
            alles = np.ones(len(self.stelsel.klein), bool)
            kent = self.stelsel.kent([partij])
            een, twee = (vaste_getallen(self.stelsel, alles, kent, keer) for keer in (0, 1))
            self._altijd[partij] = frozenset(een.tolist()) & frozenset(twee.tolist())
        return self._altijd[partij]


def _over(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen, getal: int) -> Getallen:
    """The cells that are shown and not known in the sums of a number, or in the nearest sums to it."""
    gezien: set[int] = set()
    rand, gehad = [int(getal)], {int(getal)}
    while rand:
        sommen = {som for wie in rand for som in stelsel.sommen_van(wie)} - gezien
        gezien |= sommen
        if not sommen:
            break
        plek = np.concatenate(
            [np.arange(stelsel.begin[som], stelsel.begin[som + 1]) for som in sorted(sommen)]
        )
        plek = plek[~kent[stelsel.getal[plek]]]
        cellen = stelsel.plekcel[plek]
        over: Getallen = cellen[~weg[cellen]]
        if len(over):
            return over
        rand = [wie for wie in set(stelsel.getal[plek].tolist()) if wie not in gehad]
        gehad.update(rand)
    return np.zeros(0, np.int64)


def _projecteer(begin: Reals, rij: Getallen, kolom: Getallen, waarde: Reals, sommen: int) -> Reals:
    """`begin` less what the sums see of it: begin - Aᵀ(AAᵀ)⁻¹A begin, by conjugate gradients."""
    stap = begin.copy()
    rest = _op_sommen(stap, rij, kolom, waarde, sommen)
    richting = rest.copy()
    grootte = _kwadraat(rest)
    genoeg = NAUWKEURIG**2 * max(grootte, 1.0)
    for _keer in range(HOOGSTENS):
        if grootte <= genoeg:
            break
        terug = _op_sommen(richting, kolom, rij, waarde, len(begin))
        deel = grootte / _kwadraat(terug)
        stap -= deel * terug
        rest -= deel * _op_sommen(terug, rij, kolom, waarde, sommen)
        nieuw = _kwadraat(rest)
        richting = rest + (nieuw / grootte) * richting
        grootte = nieuw
    else:
        stap[np.abs(stap) < ONZEKER] = 0
    return stap


def _op_sommen(
    getallen: Reals, rij: Getallen, kolom: Getallen, waarde: Reals, hoeveel: int
) -> Reals:
    som = np.bincount(rij, weights=waarde * getallen[kolom], minlength=hoeveel)
    uit: Reals = som.astype(np.float64, copy=False)
    return uit


def _kwadraat(rij: Reals) -> float:
    """The square of its length; not by `@`, that starts threads of its own."""
    return float(np.einsum("i,i->", rij, rij))
