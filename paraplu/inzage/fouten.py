"""What cannot be decided about thresholds and definitions, with the sentence for who tried."""

from __future__ import annotations


class DrempelFout(ValueError):
    """A decision that cannot hold; the message is a Dutch sentence."""


class VaststellingFout(ValueError):
    """A version that cannot be adopted so; the message is a Dutch sentence."""
