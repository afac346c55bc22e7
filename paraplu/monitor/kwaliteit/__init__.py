"""Checks of our own on the quality of the data: what is wrong, who mends it, which figures it bends.

The names below are imported at first use, as in `paraplu.monitor`.
`raakt(monitor, code, *, variant=None, periode, filters=None) -> list[Raakvlak]`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.kwaliteit.raakvlak import Raakvlak

__all__ = ["Raakvlak"]

_VINDPLAATS = {"Raakvlak": "raakvlak"}


def __getattr__(naam: str) -> object:
    if naam not in _VINDPLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_VINDPLAATS[naam]}"), naam)
