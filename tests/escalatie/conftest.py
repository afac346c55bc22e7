"""What the tests of the escalation share."""

from __future__ import annotations

import pytest

from tests.escalatie.bouwen import Toneel
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]


@pytest.fixture
def toneel(db: None) -> Toneel:
    """A family with two organisations that come to a standstill."""
    return Toneel()
