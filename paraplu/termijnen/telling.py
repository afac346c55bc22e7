"""Which working day is the n-th, without walking from day to day.

A day is its ordinal here. Every week has five weekdays, so what remains is to know how many holidays
on a weekday lie before it: a place in a sorted list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

WEEK, WEEKDAGEN = 7, 5


class Werkdagtelling:
    """Numbers the working days, given the weekdays (as ordinals) that are free all the same."""

    def __init__(self, vrij: Iterable[int]) -> None:
        self._vrij = sorted(vrij)
        #: Per free weekday the working days up to it.
        self._werkdagen_ervoor = [
            number_weekday(dag) - plaats for plaats, dag in enumerate(self._vrij, start=1)
        ]

    def nummer(self, dag: int) -> int:
        """The working days up to and including this day, counted from the beginning of the era."""
        return number_weekday(dag) - bisect_right(self._vrij, dag)

    def dag(self, nummer: int) -> int:
        """The working day with this number."""
        weekdag = nummer + bisect_left(self._werkdagen_ervoor, nummer) - 1
        return weekdag // WEEKDAGEN * WEEK + weekdag % WEEKDAGEN + 1


def number_weekday(dag: int) -> int:
    """The Mondays to Fridays up to and including this day; ordinal 1 is a Monday.

    >>> [number_weekday(dag) for dag in (1, 5, 6, 7, 8)]
    [1, 5, 5, 5, 6]
    """
    weken, rest = divmod(dag - 1, WEEK)
    return weken * WEEKDAGEN + min(rest + 1, WEEKDAGEN)
