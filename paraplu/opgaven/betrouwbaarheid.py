"""How sure a mean is: the 95 % interval by Student's t distribution, with nothing but the library.

Why t and not resampling: anybody with the mean, the spread and the number can check it by hand, and
it gives the same twice. Answers lie between 0 and 100 and lean to one side, so below some thirty
answers the interval is rough; the agreement asks a hundred (R173).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import exp, lgamma, log, log1p
from typing import Final

ZEKERHEID: Final = 0.95
METHODE: Final = "gemiddelde met een 95 %-interval volgens de t-verdeling"
_NAUWKEURIG: Final = 1e-12


@dataclass(frozen=True)
class Gemiddelde:
    """A mean with its interval, in hundredths; without an interval below two answers."""

    waarde: Decimal
    onder: Decimal | None
    boven: Decimal | None
    aantal: int


def mean_of(antwoorden: Sequence[Decimal]) -> Gemiddelde | None:
    """The mean and its interval, kept between 0 and 100; None without answers."""
    aantal = len(antwoorden)
    if not aantal:
        return None
    gemiddeld = sum(antwoorden, Decimal(0)) / aantal
    if aantal == 1:
        return Gemiddelde(_round(gemiddeld), None, None, aantal)
    spreiding = sum(((een - gemiddeld) ** 2 for een in antwoorden), Decimal(0)) / (aantal - 1)
    marge = Decimal(t_quantile(aantal - 1)) * (spreiding / aantal).sqrt()
    onder, boven = max(gemiddeld - marge, Decimal(0)), min(gemiddeld + marge, Decimal(100))
    return Gemiddelde(_round(gemiddeld), _round(onder), _round(boven), aantal)


@cache
def t_quantile(vrijheid: int, zekerheid: float = ZEKERHEID) -> float:
    """Between minus and plus this number lies `zekerheid` of the distribution.

    >>> round(t_quantile(9), 4), round(t_quantile(99), 4)
    (2.2622, 1.9842)
    """
    laag, hoog = 0.0, 1000.0
    while hoog - laag > _NAUWKEURIG * hoog:
        midden = (laag + hoog) / 2
        if _between(midden, vrijheid) < zekerheid:
            laag = midden
        else:
            hoog = midden
    return (laag + hoog) / 2


def _between(t: float, vrijheid: int) -> float:
    """The part of the distribution between -t and t."""
    return 1 - _beta(vrijheid / (vrijheid + t * t), vrijheid / 2, 0.5)


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(1 - x, b, a)
    voor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return voor * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's way of computing the fraction."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    uitkomst = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        oneven = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for deel in (even, oneven):
            d = 1 / (1 + deel * d)
            c = 1 + deel / c
            uitkomst *= c * d
        if abs(c * d - 1) < _NAUWKEURIG:
            break
    return uitkomst


def _round(waarde: Decimal) -> Decimal:
    return waarde.quantize(Decimal("0.01"))
