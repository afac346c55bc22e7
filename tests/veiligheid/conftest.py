"""What the tests of the safety plan share: one region, and one family with a case."""

from __future__ import annotations

import pytest

from paraplu.casussen.models import Casus
from tests.casussen.bouwen import Wereld
from tests.casussen.conftest import als_rol, wereld
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["als_rol", "statisch", "statische_map", "voet_zonder_monitor", "wereld"]


@pytest.fixture
def casus(wereld: Wereld) -> Casus:
    """A case that has just begun."""
    return wereld.casus()
