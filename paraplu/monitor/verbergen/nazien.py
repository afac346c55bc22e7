"""Looks whether all sums together still fix a number that each sum alone does not, exactly.

The numbers that a reader misses obey linear sums. One of them is fixed when every change of the
missing numbers that keeps all sums leaves it as it is. So the sums are solved by elimination, in whole
numbers modulo a large prime, and a random change that keeps them all is made: what does not move is
fixed. Chance, or the prime, can only take a free number for fixed, which hides a cell too many.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from paraplu.monitor.verbergen.kiezen import Getallen, Stelsel, Vlaggen, kies

#: The prime.
PRIEM = (1 << 61) - 1
#: After so many rounds of one cell beside each fixed number, all cells beside it are hidden.
RONDEN = 4

Som = dict[int, int]


def zie_na(stelsel: Stelsel, weg: Vlaggen) -> Vlaggen:
    """Hide more until all sums together fix nothing that is hidden: for nobody, and for no party."""
    niemand = np.zeros(len(stelsel.aantal), bool)
    while True:
        eerder = weg
        weg = _maak_los(stelsel, weg, niemand)
        weg = _voor_partijen(stelsel, weg, stelsel.partijen)
        if (weg == eerder).all():
            return weg


def vaste_getallen(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen) -> Getallen:
    """The hidden numbers that all sums together fix, for who knows the numbers in `kent`."""
    mist = weg[stelsel.cel] & ~kent
    plek = mist[stelsel.getal]
    sommen: dict[int, Som] = defaultdict(dict)
    drie = (stelsel.som[plek], stelsel.getal[plek], stelsel.teken[plek])
    for som, getal, teken in zip(*(kolom.tolist() for kolom in drie), strict=True):
        sommen[som][getal] = sommen[som].get(getal, 0) + teken
    beweging = beweeg(list(sommen.values()))
    return np.array(sorted(getal for getal, stap in beweging.items() if not stap), np.int64)


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


def _voor_partijen(stelsel: Stelsel, weg: Vlaggen, partijen: Sequence[int]) -> Vlaggen:
    """The same for each of these parties: together first, and in halves where they find something."""
    kent = stelsel.kent(partijen)
    if not (weg[stelsel.cel] & kent).any() or not len(_te_helpen(stelsel, weg, kent)):
        return weg
    if len(partijen) == 1:
        return _maak_los(stelsel, weg, kent)
    helft = len(partijen) // 2
    weg = _voor_partijen(stelsel, weg, partijen[:helft])
    return _voor_partijen(stelsel, weg, partijen[helft:])


def _maak_los(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen) -> Vlaggen:
    """Hide cells until nothing is fixed for who knows `kent`."""
    ronde = 0
    while len(vast := _te_helpen(stelsel, weg, kent)):
        weg = _verberg_ernaast(stelsel, weg, vast, kent, alle=ronde >= RONDEN)
        ronde += 1
    return weg


def _te_helpen(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen) -> Getallen:
    """Fixed numbers with a shown cell in one of their sums; the others a party finds in its own."""
    vast = vaste_getallen(stelsel, weg, kent)
    return np.array([getal for getal in vast if len(_over(stelsel, weg, kent, getal))], np.int64)


def _over(stelsel: Stelsel, weg: Vlaggen, kent: Vlaggen, getal: int) -> Getallen:
    """The cells that are shown and not known in the sums of a number, or in the nearest sums to it."""
    erbij = stelsel.getal == getal
    while True:
        plek = np.isin(stelsel.som, stelsel.som[erbij])
        cellen = stelsel.plekcel[plek]
        onbekend = ~kent[stelsel.getal[plek]]
        over: Getallen = cellen[~weg[cellen] & onbekend]
        verder = np.isin(stelsel.getal, stelsel.getal[plek][onbekend])
        if len(over) or verder.sum() == erbij.sum():
            return over
        erbij = verder


def _verberg_ernaast(
    stelsel: Stelsel, weg: Vlaggen, vast: Getallen, kent: Vlaggen, *, alle: bool
) -> Vlaggen:
    """Hide the cheapest cell beside each fixed number that has none yet, and what follows from it."""
    nieuw = weg.copy()
    for getal in vast:
        over = _over(stelsel, weg, kent, getal)
        if alle:
            nieuw[over] = True
        elif not nieuw[over].any():
            nieuw[over[np.argmin(stelsel.duur[over])]] = True
    return kies(stelsel, nieuw)
