"""What sums leave of hidden numbers: solved in whole numbers, nothing rounded.

`vast` are the numbers that the sums fix whatever the numbers may be; `grenzen` narrows what each number
can be, knowing that none is under zero. Both only find what is so: a find is a leak for certain.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Wat = TypeVar("Wat", bound=Hashable)
#: The prime that sums are solved by; a chance in two thousand million to miss one.
PRIEM = (1 << 31) - 1
VEEL = 1 << 40
RONDEN = 60


class Stelsel(Generic[Wat]):
    """Sums over named numbers, with for each number how small and how large it can be."""

    def __init__(
        self,
        sommen: Sequence[Sequence[tuple[Wat, int]]],
        bekend: Mapping[Wat, int],
        minstens: Mapping[Wat, int],
    ) -> None:
        self.namen = sorted({wat for som in sommen for wat, _t in som}, key=str)
        plek = {wat: nummer for nummer, wat in enumerate(self.namen)}
        paren = [(s, plek[wat], t) for s, som in enumerate(sommen) for wat, t in som]
        self.som, self.getal, self.teken = (
            np.array(kolom, np.int64) for kolom in zip(*paren, strict=True)
        )
        self.hoeveel = len(sommen)
        self.onder = np.array([bekend.get(w, minstens.get(w, 0)) for w in self.namen], np.int64)
        self.boven = np.array([bekend.get(w, VEEL) for w in self.namen], np.int64)
        self.onbekend = np.array([w not in bekend for w in self.namen])

    def grenzen(self) -> dict[Wat, tuple[int, int]]:
        """Between which values each unknown number lies, by going through the sums again and again."""
        onder, boven = self.onder.copy(), self.boven.copy()
        plus = self.teken > 0
        for _ronde in range(RONDEN):
            eerder = onder.sum(), boven.sum()
            laag = np.where(plus, onder[self.getal], -boven[self.getal])
            hoog = np.where(plus, boven[self.getal], -onder[self.getal])
            som_laag, som_hoog = self._tel(laag), self._tel(hoog)
            over_hoog, over_laag = laag - som_laag[self.som], hoog - som_hoog[self.som]
            nieuw_onder = np.where(plus, over_laag, -over_hoog)
            nieuw_boven = np.where(plus, over_hoog, -over_laag)
            np.maximum.at(onder, self.getal, nieuw_onder)
            np.minimum.at(boven, self.getal, nieuw_boven)
            if (onder.sum(), boven.sum()) == eerder:
                break
        return {
            self.namen[nummer]: (int(onder[nummer]), int(boven[nummer]))
            for nummer in np.flatnonzero(self.onbekend)
        }

    def _tel(self, waarde: Getallen) -> Getallen:
        som = np.zeros(self.hoeveel, np.int64)
        np.add.at(som, self.som, waarde)
        return som

    def vast(self) -> set[Wat]:
        """The unknown numbers that no change which keeps every sum moves."""
        hier = self.onbekend[self.getal]
        stap = beweeg(self.som[hier], self.getal[hier], self.teken[hier], len(self.namen))
        return {self.namen[n] for n in np.flatnonzero(self.onbekend & (stap == 0))}


def beweeg(som: Getallen, getal: Getallen, teken: Getallen, hoeveel: int) -> Getallen:
    """A random change modulo the prime that keeps every sum.

    A number that is in one sum only takes up what the others of that sum do: such sums go first.
    """
    lagen = []
    while True:
        _wie, eerste, keer = np.unique(getal, return_index=True, return_counts=True)
        los = eerste[keer == 1]
        if not len(los):
            break
        welke, plek = np.unique(som[los], return_index=True)
        hier = np.isin(som, welke)
        lagen.append((los[plek], som, getal, teken, hier))
        som, getal, teken = som[~hier], getal[~hier], teken[~hier]
    stap = np.random.default_rng(hoeveel).integers(1, PRIEM, hoeveel)
    if len(som):
        kern, kolom = np.unique(getal, return_inverse=True)
        rij = np.unique(som, return_inverse=True)[1]
        stap[kern] = _veeg(rij, kolom, teken, stap[kern])
    for los, som_, getal_, teken_, hier in reversed(lagen):
        stap[getal_[los]] = 0
        welke, rij = np.unique(som_[hier], return_inverse=True)
        rest = np.zeros(len(welke), np.int64)
        np.add.at(rest, rij, teken_[hier] * stap[getal_[hier]])
        stap[getal_[los]] = -teken_[los] * rest[np.searchsorted(welke, som_[los])] % PRIEM
    return stap


def _veeg(rij: Getallen, kolom: Getallen, teken: Getallen, vrij: Getallen) -> Getallen:
    """Gauss-Jordan: the numbers without a pivot move freely, those with one follow."""
    blad = np.zeros((int(rij.max()) + 1, len(vrij)), np.int64)
    np.add.at(blad, (rij, kolom), teken)
    blad %= PRIEM
    spillen: list[tuple[int, int]] = []
    top = 0
    for k in range(blad.shape[1]):
        niet_nul = np.flatnonzero(blad[top:, k])
        if not len(niet_nul):
            continue
        blad[[top, top + niet_nul[0]]] = blad[[top + niet_nul[0], top]]
        blad[top] = blad[top] * pow(int(blad[top, k]), -1, PRIEM) % PRIEM
        anderen = np.flatnonzero(blad[:, k])
        anderen = anderen[anderen != top]
        breed = np.flatnonzero(blad[top])
        deel = blad[np.ix_(anderen, breed)] - blad[anderen, k][:, None] * blad[top, breed]
        blad[np.ix_(anderen, breed)] = deel % PRIEM
        spillen.append((top, k))
        top += 1
        if top == len(blad):
            break
    stap = vrij.copy()
    stap[[k for _r, k in spillen]] = 0
    uit = stap.copy()
    for r, k in spillen:
        breed = np.flatnonzero(blad[r])
        uit[k] = -int((blad[r, breed] * stap[breed] % PRIEM).sum()) % PRIEM
    return uit
