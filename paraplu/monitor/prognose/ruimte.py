"""Budget room of a provider at the end of the year, with an interval (R200, R201, P4).

R201 expects what was allocated times the use of the year before. How far that was off in earlier
years, asked on the same day of the year, is what it may be off now: the pairs of all providers are
taken together, since of one provider there are as many pairs as years.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Final

from paraplu.monitor.prognose.niveau import KANSEN, Marge, TeWeinigGegevens
from paraplu.monitor.prognose.verdeling import t_kwantiel

#: Fewer pairs say nothing about how much they differ.
MINSTENS_PAREN: Final = 5


@dataclass(frozen=True)
class Uitkomstpaar:
    """What was expected of a provider in an earlier year, and what was declared and granted (euro)."""

    verwacht: float
    echt: float

    @property
    def factor(self) -> float:
        """How many times the expectation came out, as a logarithm: twice and half are as far off."""
        return math.log(self.echt / self.verwacht)


@dataclass(frozen=True, kw_only=True)
class Ruimte:
    """What the cap of a provider leaves at the end of the year, in euro; negative: too little."""

    verwacht: float
    tachtig: Marge
    vijfennegentig: Marge

    @property
    def is_krap(self) -> bool:
        """Whether nothing left is within what happens 80 of 100 times."""
        return self.tachtig.laag < 0


def predict_ruimte(
    *, plafond: float, verwachte_declaraties: float, paren: Sequence[Uitkomstpaar]
) -> Ruimte:
    """The cap minus what will be declared, corrected by how that came out before.

    Raises TeWeinigGegevens.
    """
    bruikbaar = _usable(paren)
    if len(bruikbaar) < MINSTENS_PAREN:
        raise TeWeinigGegevens(
            f"er zijn {len(bruikbaar)} eerdere uitkomsten, {MINSTENS_PAREN} zijn nodig"
        )
    factoren = [paar.factor for paar in bruikbaar]
    midden, aantal = fmean(factoren), len(factoren)
    spreiding = stdev(factoren) * math.sqrt(1 + 1 / aantal)
    marges = []
    for kans in KANSEN:
        breedte = t_kwantiel(0.5 + kans / 2, aantal - 1) * spreiding
        veel, weinig = math.exp(midden + breedte), math.exp(midden - breedte)
        marges.append(
            Marge(plafond - verwachte_declaraties * veel, plafond - verwachte_declaraties * weinig)
        )
    return Ruimte(
        verwacht=plafond - verwachte_declaraties * math.exp(midden),
        tachtig=marges[0],
        vijfennegentig=marges[1],
    )


def toets_ruimte(paren: Sequence[Uitkomstpaar]) -> tuple[int, int, int]:
    """Each pair forecast with the others: how many pairs, how many within 80 and within 95 percent."""
    bruikbaar = _usable(paren)
    if len(bruikbaar) <= MINSTENS_PAREN:
        return 0, 0, 0
    binnen_80 = binnen_95 = 0
    for nummer, paar in enumerate(bruikbaar):
        anderen = [*bruikbaar[:nummer], *bruikbaar[nummer + 1 :]]
        uitkomst = predict_ruimte(plafond=0, verwachte_declaraties=paar.verwacht, paren=anderen)
        binnen_80 += uitkomst.tachtig.bevat(-paar.echt)
        binnen_95 += uitkomst.vijfennegentig.bevat(-paar.echt)
    return len(bruikbaar), binnen_80, binnen_95


def _usable(paren: Sequence[Uitkomstpaar]) -> list[Uitkomstpaar]:
    """Where nothing was expected or nothing came there is no factor."""
    return [paar for paar in paren if paar.verwacht > 0 and paar.echt > 0]
