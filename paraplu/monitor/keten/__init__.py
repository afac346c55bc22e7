"""The rules of iJW across messages (level 3), over the monitor's tables, as known on a day.

The names below are imported at first use, as in `paraplu.monitor`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.keten.bevindingen import (
        OnbekendBericht,
        OnbekendeLevering,
        keten_bevindingen,
        oordelen,
        oordelen_over,
    )
    from paraplu.monitor.keten.regel import Ketenregel, OnbekendeRegel, ketenregels

__all__ = [
    "Ketenregel",
    "OnbekendBericht",
    "OnbekendeLevering",
    "OnbekendeRegel",
    "keten_bevindingen",
    "ketenregels",
    "oordelen",
    "oordelen_over",
]

_VINDPLAATS = {
    "keten_bevindingen": "bevindingen",
    "oordelen": "bevindingen",
    "oordelen_over": "bevindingen",
    "OnbekendBericht": "bevindingen",
    "OnbekendeLevering": "bevindingen",
    "Ketenregel": "regel",
    "ketenregels": "regel",
    "OnbekendeRegel": "regel",
}


def __getattr__(naam: str) -> object:
    if naam not in _VINDPLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_VINDPLAATS[naam]}"), naam)
