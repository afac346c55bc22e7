"""What the tests of the gardens share."""

from __future__ import annotations

import pytest

from tests.toekomsttuin.bouwen import Tuinwereld
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]


@pytest.fixture
def w(db: None) -> Tuinwereld:
    """A garden of the four in Ede, with people of each kind beside it."""
    return Tuinwereld()
