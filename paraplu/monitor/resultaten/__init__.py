"""The figures of the resultaatafspraken that the seven values do not give: RA9 and RA10.

RA2 and RA7 are values already: V1b in the reading verwijzer_gi, and V2a.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from paraplu.monitor.indicator import Indicator


@cache
def indicatoren() -> dict[str, Indicator]:
    """Every indicator of this room by its code."""
    gevonden: dict[str, Indicator] = {}
    for module in pkgutil.iter_modules(__path__):
        inhoud = vars(importlib.import_module(f"{__name__}.{module.name}")).values()
        gevonden |= {ding.code: ding for ding in inhoud if isinstance(ding, Indicator)}
    return {code: gevonden[code] for code in sorted(gevonden, reverse=True)}
