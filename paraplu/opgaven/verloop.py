"""Turnover of jeugdbeschermers, and whether the numbers of a year close (R178)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

CENT: Final = Decimal("0.01")
#: No source gives the formula; this is how we propose to compute it.
FORMULE: Final = "uitstroom gedeeld door het gemiddelde van begin en eind"


def is_closed(*, begin: int, instroom: int, uitstroom: int, eind: int) -> bool:
    """Whether begin + in - out = end.

    >>> is_closed(begin=40, instroom=6, uitstroom=8, eind=38)
    True
    """
    return begin + instroom - uitstroom == eind


def turnover(*, begin: int, uitstroom: int, eind: int) -> Decimal | None:
    """Who left, in percent of the mean of begin and end, in hundredths; None when nobody worked there.

    >>> turnover(begin=40, uitstroom=8, eind=38)
    Decimal('20.51')
    """
    if begin + eind == 0:
        return None
    deel = Decimal(uitstroom * 200) / Decimal(begin + eind)
    return deel.quantize(CENT, ROUND_HALF_UP)
