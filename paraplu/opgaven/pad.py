"""The baseline of search time and the path that was agreed from it: 18, 16, 14 (R173, P1)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from paraplu.afspraken.resultaatafspraken import Resultaatafspraak, find_afspraak
from paraplu.afspraken.resultaatafspraken.pad import walk_pad

RA1: Final[Resultaatafspraak] = find_afspraak("RA1")
NULMETING_JAAR: Final[int] = RA1.nulmeting.jaren[0]


@cache
def path_of() -> dict[int, Decimal]:
    """Percent per year, the baseline first.

    >>> {jaar: str(waarde) for jaar, waarde in path_of().items()}
    {2021: '18.0', 2022: '16.0', 2023: '14.0'}
    """
    pad = {NULMETING_JAAR: RA1.nulmeting.waarde}
    pad |= walk_pad(RA1, RA1.nulmeting.waarde, tot=RA1.normjaren[-1])
    return {jaar: round(Decimal(str(deel)) * 100, 1) for jaar, deel in pad.items() if deel}


NULMETING: Final[Decimal] = path_of()[NULMETING_JAAR]
#: So many people answered then, of the four GI's (R173).
NULMETING_RESPONDENTEN: Final = 121
