"""Checks of our own on the quality of the data: what is wrong, who mends it, which figures it bends.

The names below are imported at first use, as in `paraplu.monitor`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.kwaliteit.bewaard import is_klaar
    from paraplu.monitor.kwaliteit.controle import (
        Controle,
        OnbekendeControle,
        controles,
        zoek_controle,
    )
    from paraplu.monitor.kwaliteit.lezen import Keuze, OnbekendeSplitsing, bevindingen, lijst, tel
    from paraplu.monitor.kwaliteit.raakvlak import Raakvlak
    from paraplu.monitor.kwaliteit.raken import raakt

__all__ = [
    "Controle",
    "Keuze",
    "OnbekendeControle",
    "OnbekendeSplitsing",
    "Raakvlak",
    "bevindingen",
    "controles",
    "is_klaar",
    "lijst",
    "raakt",
    "tel",
    "zoek_controle",
]

_VINDPLAATS = {
    "Controle": "controle",
    "Keuze": "lezen",
    "OnbekendeControle": "controle",
    "OnbekendeSplitsing": "lezen",
    "Raakvlak": "raakvlak",
    "bevindingen": "lezen",
    "controles": "controle",
    "is_klaar": "bewaard",
    "lijst": "lezen",
    "raakt": "raken",
    "tel": "lezen",
    "zoek_controle": "controle",
}


def __getattr__(naam: str) -> object:
    if naam not in _VINDPLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_VINDPLAATS[naam]}"), naam)
