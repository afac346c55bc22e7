"""The tables of this room: definitions that were adopted, and below which number a figure hides."""

from __future__ import annotations

from .drempel import Drempel, Kring
from .vaststelling import Vaststelling

__all__ = ["Drempel", "Kring", "Vaststelling"]
