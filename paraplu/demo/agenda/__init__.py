"""What the parties agreed, reported and decided in the demo: one module per room that it fills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from . import contract, opgaven, overleg, resultaten, vooruit

#: In this order, since meetings speak of returns and contracts. Each makes nothing that is there.
DELEN: Final[tuple[Callable[[date], None], ...]] = (
    contract.fill,
    opgaven.fill,
    vooruit.fill,
    resultaten.fill,
    overleg.fill,
)


def fill_agenda(*, on: date) -> None:
    """Fill every room of the agreements as it stands on `on`; twice gives the same."""
    for fill in DELEN:
        fill(on)
