"""Which figures stay hidden because so few cases are behind them, and which others with them.

A figure of fewer than five cases is hidden. Where a total and its parts stand on the page, one
hidden part could be found by subtraction; then a second one is hidden too. It is decided once for a
whole year and for everybody, over every total that any page or export can show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

DREMPEL: Final = 5
#: In the place of a value: the total over all values there.
ALLES: Final = "*"

#: A figure by the value of each of its dimensions.
Cel = tuple[str, ...]


def hide(aantallen: Mapping[Cel, int], drempel: int = DREMPEL) -> frozenset[Cel]:
    """The cells that stay hidden, given the number of cases behind each cell and each total.

    A cell without cases is not hidden: nothing of anybody is in it. Afterwards every sum that a
    reader can make (a total and its parts) misses no cell or at least two, and the missing parts of
    a total that is shown are together at least `drempel` cases.
    """
    verborgen = {cel for cel, aantal in aantallen.items() if 0 < aantal < drempel}
    sommen = _sommen(aantallen)
    bezig = True
    while bezig:
        bezig = False
        for totaal, delen in sommen:
            erbij = _next_to_hide(totaal, delen, aantallen, verborgen, drempel)
            if erbij is not None:
                verborgen.add(erbij)
                bezig = True
    return frozenset(verborgen)


def _sommen(aantallen: Mapping[Cel, int]) -> list[tuple[Cel, list[Cel]]]:
    """Every total with the parts that make it up, along each dimension."""
    delen: dict[Cel, dict[int, list[Cel]]] = defaultdict(lambda: defaultdict(list))
    for cel, aantal in sorted(aantallen.items()):
        if aantal:
            for plek, totaal in _totalen(cel):
                delen[totaal][plek].append(cel)
    return [
        (totaal, lijst)
        for totaal, per_plek in sorted(delen.items())
        for _plek, lijst in sorted(per_plek.items())
        if totaal in aantallen
    ]


def _totalen(cel: Cel) -> Iterator[tuple[int, Cel]]:
    for plek, waarde in enumerate(cel):
        if waarde != ALLES:
            yield plek, (*cel[:plek], ALLES, *cel[plek + 1 :])


def _next_to_hide(
    totaal: Cel, delen: list[Cel], aantallen: Mapping[Cel, int], verborgen: set[Cel], drempel: int
) -> Cel | None:
    """The cell that has to be hidden too so that this sum gives nothing away; None when it does not."""
    weg = [cel for cel in delen if cel in verborgen]
    zichtbaar = [cel for cel in delen if cel not in verborgen]
    if totaal in verborgen:
        # The total is missing: with every part there, their sum would give it back.
        return None if weg else _smallest(zichtbaar, aantallen)
    if not weg or (len(weg) > 1 and sum(aantallen[cel] for cel in weg) >= drempel):
        return None
    return _smallest(zichtbaar, aantallen) if zichtbaar else totaal


def _smallest(cellen: list[Cel], aantallen: Mapping[Cel, int]) -> Cel:
    return min(cellen, key=lambda cel: (aantallen[cel], cel))
