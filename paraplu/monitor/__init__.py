"""The values of the Gelderse monitor: from message lines to figures, lists and receipts.

The names below are imported at first use: who only writes tables does not wait for Ibis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor
    from paraplu.monitor.indicator import (
        Indicator,
        Maat,
        OnbekendeIndicator,
        OnbekendeVariant,
    )
    from paraplu.monitor.periode import OngeldigePeriode, Periode
    from paraplu.monitor.tellen import OnbekendeDimensie
    from paraplu.monitor.uitkomst import Bon, Rij, Uitkomst, Volledigheid

__all__ = [
    "Bon",
    "Indicator",
    "Maat",
    "Monitor",
    "OnbekendeDimensie",
    "OnbekendeIndicator",
    "OnbekendeVariant",
    "OngeldigePeriode",
    "Periode",
    "Rij",
    "Uitkomst",
    "Volledigheid",
]

_VINDPLAATS = {
    "Monitor": "api",
    "Indicator": "indicator",
    "Maat": "indicator",
    "OnbekendeIndicator": "indicator",
    "OnbekendeVariant": "indicator",
    "OngeldigePeriode": "periode",
    "Periode": "periode",
    "OnbekendeDimensie": "tellen",
    "Bon": "uitkomst",
    "Rij": "uitkomst",
    "Uitkomst": "uitkomst",
    "Volledigheid": "uitkomst",
}


def __getattr__(naam: str) -> object:
    if naam not in _VINDPLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_VINDPLAATS[naam]}"), naam)
