"""Shows again what turned out not to be needed: cells that are hidden and could as well be shown.

Cells are hidden one sum after the other, so an early choice can be made needless by a later one. Here
each is tried once more, the most welcome first: it is shown when no sum and no party learns from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from paraplu.monitor.verbergen.kiezen import NIEMAND, Getallen, Stelsel, Vlaggen
from paraplu.monitor.verbergen.nazien import vaste_getallen

Lek = tuple[int, int]
#: So often all sums are looked through; what is not tried by then stays hidden.
HOOGSTENS = 60


def geef_terug(stelsel: Stelsel, weg: Vlaggen) -> Vlaggen:
    """What of `weg` has to stay hidden; `weg` itself must be safe."""
    moet = stelsel.klein.copy()
    stelsel.geef_door(moet)
    terug = Teruggave(stelsel, weg.copy())
    kandidaten = np.flatnonzero(weg & ~moet)
    terug.geef(kandidaten[np.lexsort((kandidaten, -stelsel.duur[kandidaten]))].tolist())
    return terug.weg


@dataclass
class Teruggave:
    """A safe pattern from which cells are taken. `lek` and `vast`: what parties find in their own."""

    stelsel: Stelsel
    weg: Vlaggen
    lek: frozenset[Lek] = frozenset()
    keren: int = 0
    _vast: dict[int, frozenset[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lek = frozenset(self.stelsel.lekken(self.weg))
        self.begin = self.weg.copy()
        self.erboven: dict[int, list[int]] = {}
        paren = zip(self.stelsel.onder.tolist(), self.stelsel.boven.tolist(), strict=True)
        for onder, boven in paren:
            self.erboven.setdefault(onder, []).append(boven)

    def geef(self, cellen: Sequence[int]) -> None:
        """Show these cells as far as each can be shown, in this order."""
        los = self.weg.copy()
        over = [cel for cel in cellen if self._kan_los(cel, los)]
        self._geef_samen(over)

    def _kan_los(self, cel: int, los: Vlaggen) -> bool:
        """Whether no single sum minds, with what was let go before; keeps it when so."""
        if any(los[boven] for boven in self._erboven(cel)):
            return False
        los[cel] = False
        if set(self.stelsel.lekken(los, self.stelsel.sommen_van_cel(cel))) <= self.lek:
            return True
        los[cel] = True
        return False

    def _geef_samen(self, cellen: Sequence[int]) -> None:
        """Show all of these, or try in halves where all sums together would give something."""
        mee = set(cellen)
        cellen = [c for c in cellen if not any(self.weg[b] for b in self._erboven(c) - mee)]
        if not cellen or self.keren > HOOGSTENS:
            return
        nieuw = self.weg.copy()
        nieuw[list(cellen)] = False
        if self._is_veilig(nieuw):
            self.weg = nieuw
        elif len(cellen) > 1:
            helft = (len(cellen) + 1) // 2
            self._geef_samen(cellen[:helft])
            self._geef_samen(cellen[helft:])

    def _erboven(self, cel: int) -> set[int]:
        return set(self.erboven.get(cel, ()))

    def _is_veilig(self, nieuw: Vlaggen) -> bool:
        return (
            set(self.stelsel.lekken(nieuw)) <= self.lek
            and self._vindt_niets(nieuw, [NIEMAND])
            and self._vindt_niets(nieuw, self.stelsel.partijen)
        )

    def _vindt_niets(self, nieuw: Vlaggen, partijen: Sequence[int]) -> bool:
        """Whether these parties, each by itself, find nothing more than before."""
        if not partijen:
            return True
        self.keren += 1
        if self.keren > HOOGSTENS:
            return False
        kent = self.stelsel.kent(partijen)
        vast = vaste_getallen(self.stelsel, nieuw, kent)
        vast = vast[self.stelsel.is_gevoelig(partijen)[vast]]
        if not len(vast):
            return True
        if len(partijen) == 1:
            return frozenset(vast.tolist()) <= self._vond(partijen[0], kent)
        helft = len(partijen) // 2
        return self._vindt_niets(nieuw, partijen[:helft]) and self._vindt_niets(
            nieuw, partijen[helft:]
        )

    def _vond(self, partij: int, kent: Vlaggen) -> frozenset[int]:
        if partij not in self._vast:
            vast: Getallen = vaste_getallen(self.stelsel, self.begin, kent)
            self._vast[partij] = frozenset(vast.tolist())
        return self._vast[partij]
