"""A level that moves a little with every quarter: simple exponential smoothing with its interval.

The next quarter is expected to be at the level; after it the level moves by a part `alfa` of what it
was off. At 0 that is a mean, at 1 the last value: which of them fits best, the past decides. The
variance of a sum over several quarters follows from the same model, so nothing is simulated.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from paraplu.monitor.prognose.verdeling import t_kwantiel

#: `som`: what comes in during each quarter and adds up (inflow, cost). `stand`: what is there at the
#: end of a quarter.
Reekssoort = Literal["som", "stand"]
#: Fewer quarters say nothing about how much they differ.
MINSTENS: Final = 6
#: Part of the error that the level takes over.
ALFAS: Final = tuple(stap / 20 for stap in range(21))
#: Probability that the outcome lies within: 80 and 95 of 100 times.
KANSEN: Final = (0.80, 0.95)


class TeWeinigGegevens(ValueError):
    """There are fewer quarters than a forecast needs."""


@dataclass(frozen=True)
class Marge:
    """From `laag` up to and including `hoog`."""

    laag: float
    hoog: float

    def bevat(self, waarde: float) -> bool:
        """Whether this value lies in it."""
        return self.laag <= waarde <= self.hoog


@dataclass(frozen=True, kw_only=True)
class Prognose:
    """What is expected; `bekend` is the part of it that has been measured already."""

    verwacht: float
    tachtig: Marge
    vijfennegentig: Marge
    bekend: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Niveau:
    """The level after the last quarter, how fast it moves and how far a quarter is off it."""

    niveau: float
    alfa: float
    sigma: float
    vrijheid: int


def fit(waarden: Sequence[float], *, telling: bool) -> Niveau:
    """The level that had been nearest, one quarter ahead. Raises TeWeinigGegevens.

    Numbers of people that happen independently differ at least as much as their mean (Poisson), also
    where the past was calmer by chance: with `telling` the interval is never narrower than that.
    """
    if len(waarden) < MINSTENS:
        raise TeWeinigGegevens(f"er zijn {len(waarden)} kwartalen, {MINSTENS} zijn nodig")
    fouten, niveau, alfa = min(
        ((*_smooth(waarden, alfa), alfa) for alfa in ALFAS),
        key=lambda uitkomst: (sum(fout**2 for fout in uitkomst[0]), uitkomst[2]),
    )
    vrijheid = len(fouten) - 2
    variantie = sum(fout**2 for fout in fouten) / vrijheid
    if telling:
        variantie = max(variantie, niveau)
    return Niveau(niveau=niveau, alfa=alfa, sigma=math.sqrt(variantie), vrijheid=vrijheid)


def _smooth(waarden: Sequence[float], alfa: float) -> tuple[list[float], float]:
    """The errors one quarter ahead and the level at the end; a mean (alfa 0) is that of all before."""
    niveau, fouten = float(waarden[0]), []
    for nummer, waarde in enumerate(waarden[1:], start=1):
        fout = waarde - niveau
        fouten.append(fout)
        niveau += max(alfa, 1 / (nummer + 1)) * fout
    return fouten, niveau


def predict(
    waarden: Sequence[float],
    *,
    stappen: int,
    soort: Reekssoort,
    na: int = 0,
    bekend: float = 0.0,
    telling: bool = False,
) -> Prognose:
    """What is expected of the `stappen` quarters that come after the first `na` to come.

    Of a `som` their total, with `bekend` (measured already) added; of a `stand` the value at the end
    of the last of them. Raises TeWeinigGegevens.
    """
    # A stock differs from quarter to quarter by what comes and goes, much less than by its own size.
    model = fit(waarden, telling=telling and soort == "som")
    if soort == "stand":
        verwacht = model.niveau
        gewichten = [model.alfa] * (na + stappen - 1) + [1.0]
    else:
        verwacht = bekend + stappen * model.niveau
        gewichten = _weigh_sum(model.alfa, na=na, stappen=stappen)
    # The level itself is estimated: with a slow level that is as uncertain as a mean of so many.
    onzeker = (1.0 if soort == "stand" else stappen) ** 2 * (1 - model.alfa) / len(waarden)
    spreiding = model.sigma * math.sqrt(sum(g**2 for g in gewichten) + onzeker)
    marges = [
        _make_marge(
            verwacht,
            t_kwantiel(0.5 + kans / 2, model.vrijheid) * spreiding,
            minstens=max(bekend, 0.0),
            telling=telling,
        )
        for kans in KANSEN
    ]
    return Prognose(
        verwacht=max(verwacht, bekend), tachtig=marges[0], vijfennegentig=marges[1], bekend=bekend
    )


def predict_per_stap(
    waarden: Sequence[float], *, stappen: int, soort: Reekssoort, telling: bool = False
) -> list[Prognose]:
    """The same for each quarter to come by itself, for a chart."""
    return [
        predict(waarden, stappen=1, na=na, soort=soort, telling=telling) for na in range(stappen)
    ]


def _weigh_sum(alfa: float, *, na: int, stappen: int) -> list[float]:
    """How often the surprise of each coming quarter counts in the total.

    One before the summed quarters moves the level under all of them; one inside counts itself, and
    moves the level under those after it.
    """
    voor = [alfa * stappen] * na
    erin = [1 + alfa * (stappen - nummer) for nummer in range(1, stappen + 1)]
    return voor + erin


def _make_marge(verwacht: float, breedte: float, *, minstens: float, telling: bool) -> Marge:
    """No less than what is known already; of counts whole numbers, rounded outwards."""
    laag, hoog = verwacht - breedte, verwacht + breedte
    if telling:
        laag, hoog = math.floor(laag), math.ceil(hoog)
    return Marge(max(minstens, laag), max(minstens, hoog))
