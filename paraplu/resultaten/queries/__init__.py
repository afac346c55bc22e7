"""The only reader of this room.

For other rooms: `stand_van` of one agreement and party, `read_standen` of many at once with the
figures of `open_cijfers`.
"""

from __future__ import annotations

from .nakoming import name_partijen, read_nakoming, uitzonderingen_for
from .standen import (
    GeenFiguur,
    afspraken_of,
    list_partijen,
    list_tuingemeenten,
    open_cijfers,
    read_standen,
    stand_van,
)

__all__ = [
    "GeenFiguur",
    "afspraken_of",
    "list_partijen",
    "list_tuingemeenten",
    "name_partijen",
    "open_cijfers",
    "read_nakoming",
    "read_standen",
    "stand_van",
    "uitzonderingen_for",
]
