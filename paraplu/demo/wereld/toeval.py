"""Chance that is the same for the same seed, and counts that keep to a target at any scale."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Toeval(random.Random):
    """One stream of chance for one world."""

    def kans(self, deel: float) -> bool:
        """Yes in `deel` of the cases."""
        return self.random() < deel

    def kies(self, dingen: Sequence[T], gewichten: Sequence[float]) -> T:
        """One of these by weight."""
        return self.choices(dingen, gewichten)[0]

    def wacht(self, mediaan: float, hoogstens: int) -> int:
        """A waiting time in days, skewed to the right, at least one."""
        return max(1, min(hoogstens, round(mediaan * self.lognormvariate(0, 0.7))))


class Quotum:
    """Turn a stream of fractions into whole numbers whose sum stays within one of the target.

    >>> q = Quotum(); [q.neem(0.4) for _ in range(5)]
    [0, 1, 0, 1, 0]
    """

    def __init__(self) -> None:
        self._gevraagd = 0.0
        self._gegeven = 0

    def neem(self, aantal: float) -> int:
        """How many whole ones are due when `aantal` more are asked for."""
        self._gevraagd += aantal
        stuks = max(0, round(self._gevraagd) - self._gegeven)
        self._gegeven += stuks
        return stuks
