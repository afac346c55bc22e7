"""What the tests of the rules across messages share."""

from __future__ import annotations

import pytest

from tests.monitor.keten.keten import Keten


@pytest.fixture
def keten() -> Keten:
    """No messages yet."""
    return Keten()
