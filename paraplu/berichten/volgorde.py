"""Which elements of a row stand out of order: the fewest whose removal leaves the rest in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def uit_de_rij(nummers: Sequence[int]) -> list[int]:
    """The positions outside the longest row that never goes down.

    >>> uit_de_rij([4, 0, 1, 1, 2])
    [0]
    """
    einden: list[int] = []
    posities: list[int] = []
    vorige: list[int] = []
    for positie, nummer in enumerate(nummers):
        lengte = bisect_right(einden, nummer)
        if lengte == len(einden):
            einden.append(nummer)
            posities.append(positie)
        else:
            einden[lengte] = nummer
            posities[lengte] = positie
        vorige.append(posities[lengte - 1] if lengte else -1)
    in_de_rij = set()
    positie = posities[-1] if posities else -1
    while positie >= 0:
        in_de_rij.add(positie)
        positie = vorige[positie]
    return [positie for positie in range(len(nummers)) if positie not in in_de_rij]
