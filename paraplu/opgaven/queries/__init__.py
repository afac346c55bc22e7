"""The only reader of this room.

For `resultaten`: `zoektijd`, `overhead`, `verloop`, `instroom_herkomst`, `bouwstenen`, `tuin_gestart`
and `incidenten`. Each gives a frozen dataclass of `antwoorden`, as known on a day: a correction is a
new version, so that a figure as it was known earlier comes back. They read beyond the wall: the
figures are for all parties (R205), the returns behind them are not.
"""

from __future__ import annotations

from ..antwoorden import Bouwstenen
from .incidenten import incidenten
from .kosten import overhead
from .lijsten import bouwstenen, tuin_gestart
from .personeel import instroom_herkomst, verloop
from .zoektijd import zoektijd

__all__ = [
    "Bouwstenen",
    "bouwstenen",
    "incidenten",
    "instroom_herkomst",
    "overhead",
    "tuin_gestart",
    "verloop",
    "zoektijd",
]
