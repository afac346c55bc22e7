"""Then versus now: what moved a figure, row for row, with the messages that did it.

The names below are imported at first use, as in `paraplu.monitor`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.verschil.soorten import (
        Aanleiding,
        Oorzaak,
        Oorzaakdeel,
        Verschil,
        Wijziging,
    )
    from paraplu.monitor.verschil.verklaren import verklaar

__all__ = ["Aanleiding", "Oorzaak", "Oorzaakdeel", "Verschil", "Wijziging", "verklaar"]


def __getattr__(naam: str) -> object:
    if naam not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    plek = "verklaren" if naam == "verklaar" else "soorten"
    return getattr(import_module(f"{__name__}.{plek}"), naam)
