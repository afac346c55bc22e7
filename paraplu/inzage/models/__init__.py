"""The tables of this room: definitions that were adopted, and below which number a figure hides."""

from __future__ import annotations

from .vaststelling import Vaststelling

__all__ = ["Vaststelling"]
