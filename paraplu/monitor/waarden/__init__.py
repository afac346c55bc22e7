"""The values of the monitor, one module per value; each module's Indicators are found here."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from paraplu.monitor.indicator import Indicator, OnbekendeIndicator

#: The order in which they are shown.
CODES = (
    "V1", "V1a", "V1b", "V2a", "V2b", "V2c", "V3", "V4", "V5", "V6", "V6b", "V6c", "V7",
)  # fmt: skip


@cache
def indicatoren() -> dict[str, Indicator]:
    """Every indicator by its code, in the order of `CODES`."""
    gevonden: dict[str, Indicator] = {}
    for module in pkgutil.iter_modules(__path__):
        inhoud = vars(importlib.import_module(f"{__name__}.{module.name}")).values()
        gevonden |= {ding.code: ding for ding in inhoud if isinstance(ding, Indicator)}
    return {code: gevonden[code] for code in sorted(gevonden, key=_plaats)}


@cache
def alle() -> dict[str, Indicator]:
    """The values, and then the figures that only an agreement asks for (RA9, RA10)."""
    from paraplu.monitor import resultaten  # noqa: PLC0415 - it is made of the values

    return {**indicatoren(), **resultaten.indicatoren()}


def indicator(code: str) -> Indicator:
    """The indicator with this code, also of an agreement. Raises OnbekendeIndicator."""
    try:
        return alle()[code]
    except KeyError:
        raise OnbekendeIndicator(f"{code!r} is geen waarde; wel: {', '.join(alle())}") from None


def _plaats(code: str) -> tuple[int, str]:
    return (CODES.index(code) if code in CODES else len(CODES), code)
