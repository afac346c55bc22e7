"""How each agreement is measured in a year, by its code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from .berichten import measure_ra2, measure_ra7, measure_ra9, measure_ra10
from .gemeten import Gemeten, Vraag
from .opgaven import measure_ra1, measure_ra3, measure_ra4, measure_ra5
from .regios import measure_ra6, measure_ra8, measure_ra11

Meet = Callable[[Vraag, int], Gemeten]
METERS: Final[Mapping[str, Meet]] = {
    "RA1": measure_ra1,
    "RA2": measure_ra2,
    "RA3": measure_ra3,
    "RA4": measure_ra4,
    "RA5": measure_ra5,
    "RA6": measure_ra6,
    "RA7": measure_ra7,
    "RA8": measure_ra8,
    "RA9": measure_ra9,
    "RA10": measure_ra10,
    "RA11": measure_ra11,
}
__all__ = ["METERS", "Gemeten", "Meet", "Vraag"]
