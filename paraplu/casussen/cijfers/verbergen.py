"""Which figures stay hidden because so few cases are behind them, and which others with them.

A figure of fewer than five cases is hidden. Where a total and its parts stand on the page, one
hidden part could be found by subtraction; then a second one is hidden too. It is decided once for a
whole year and for everybody, over every total that any page or export can show. It is decided as for
the figures of the monitor: one way of doing it (`monitor.verbergen`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from paraplu.monitor.verbergen.kiezen import Stelsel, kies
from paraplu.monitor.verbergen.nazien import zie_na

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
    stelsel, cellen = _stelsel(aantallen, drempel)
    weg = zie_na(stelsel, kies(stelsel))
    return frozenset(cel for cel, verborgen in zip(cellen, weg, strict=True) if verborgen)


def _stelsel(aantallen: Mapping[Cel, int], drempel: int) -> tuple[Stelsel, list[Cel]]:
    """The cells with cases and every sum over them, as the monitor hides its figures."""
    cellen = sorted(cel for cel, aantal in aantallen.items() if aantal)
    plek = {cel: nummer for nummer, cel in enumerate(cellen)}
    sommen = _sommen(aantallen)
    leden = [
        (nummer, plek[cel], teken)
        for nummer, (totaal, delen) in enumerate(sommen)
        for cel, teken in [*((deel, 1) for deel in delen), (totaal, -1)]
    ]
    som, getal, teken = np.array(leden, np.int64).reshape(-1, 3).T
    aantal = np.array([aantallen[cel] for cel in cellen], np.int64)
    leeg = np.zeros(0, np.int64)
    stelsel = Stelsel(
        aantal=aantal,
        cel=np.arange(len(cellen)),
        som=som,
        getal=getal,
        teken=teken,
        drempel=np.full(len(sommen), drempel, np.int64),
        klein=aantal < drempel,
        eigen=(leeg, leeg, leeg),
        duur=aantal,
    )
    return stelsel, cellen


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
