"""What the tests of the table share."""

from __future__ import annotations

import pytest

from tests.tafel.aan import Tafelwereld
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]


@pytest.fixture
def t(db: None) -> Tafelwereld:
    """A table with everybody around it."""
    return Tafelwereld()
