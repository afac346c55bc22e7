"""Who waits for which answer, since when and until when: the terms of the message traffic.

The names below are imported at first use, as in `paraplu.monitor`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.wachten.bewaard import open_wachten
    from paraplu.monitor.wachten.lezen import Keuze, Wachten
    from paraplu.monitor.wachten.wacht import Telling, Wacht

__all__ = ["Keuze", "Telling", "Wacht", "Wachten", "open_wachten"]

_VINDPLAATS = {
    "Keuze": "lezen",
    "Telling": "wacht",
    "Wacht": "wacht",
    "Wachten": "lezen",
    "open_wachten": "bewaard",
}


def __getattr__(naam: str) -> object:
    if naam not in _VINDPLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_VINDPLAATS[naam]}"), naam)
