"""What cannot be done with a proposal, with the sentence for who tried."""

from __future__ import annotations


class VoorstelFout(ValueError):
    """A proposal that cannot be made or decided so; the message is a Dutch sentence."""
