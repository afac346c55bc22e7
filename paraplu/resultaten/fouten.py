"""What cannot be registered, with the sentence for who tried."""

from __future__ import annotations


class AlGeregistreerd(ValueError):
    """This case is in the register already."""


class AlTeruggenomen(ValueError):
    """This case is out of the register already."""
