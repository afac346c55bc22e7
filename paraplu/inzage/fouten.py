"""What cannot be decided about a threshold, each with the sentence for who tried."""

from __future__ import annotations


class DrempelFout(ValueError):
    """A decision that cannot hold; the message is a Dutch sentence."""
