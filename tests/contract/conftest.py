"""What the tests of contracts share: accounts, and the agreement as the sources have it."""

from __future__ import annotations

import pytest

from paraplu.contract.actions.begin import fill_begin
from paraplu.contract.models import Overeenkomst
from tests.web.inrichting import accounts, als, statisch, statische_map, voet_zonder_monitor

__all__ = ["accounts", "als", "statisch", "statische_map", "voet_zonder_monitor"]


@pytest.fixture
def overeenkomst(db: None) -> Overeenkomst:
    """The agreement of 2022 with its parties."""
    return fill_begin()
