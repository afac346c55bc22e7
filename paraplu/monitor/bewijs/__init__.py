"""The receipt of a figure: by which definition, from which rows, messages, deliveries and code.

The names below are imported at first use, as in `paraplu.monitor`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paraplu.monitor.bewijs.berichten import Berichtregel, berichten_achter
    from paraplu.monitor.bewijs.maken import make_bewijs, read_herkomst
    from paraplu.monitor.bewijs.rijmerk import merk_rij, zoek_rij
    from paraplu.monitor.bewijs.soorten import (
        Aantal,
        Bewijs,
        Gegevensbewijs,
        Herkomst,
        Leveringdeel,
        Maatbewijs,
    )

_VINDPLAATS = {
    "Berichtregel": "berichten",
    "berichten_achter": "berichten",
    "merk_rij": "rijmerk",
    "zoek_rij": "rijmerk",
    "make_bewijs": "maken",
    "read_herkomst": "maken",
    "Aantal": "soorten",
    "Bewijs": "soorten",
    "Gegevensbewijs": "soorten",
    "Herkomst": "soorten",
    "Leveringdeel": "soorten",
    "Maatbewijs": "soorten",
}
__all__ = [
    "Aantal",
    "Berichtregel",
    "Bewijs",
    "Gegevensbewijs",
    "Herkomst",
    "Leveringdeel",
    "Maatbewijs",
    "berichten_achter",
    "make_bewijs",
    "merk_rij",
    "read_herkomst",
    "zoek_rij",
]


def __getattr__(naam: str) -> object:
    if naam not in _VINDPLAATS:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_VINDPLAATS[naam]}"), naam)
