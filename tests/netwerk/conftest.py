"""What the tests of this room share: accounts, a browser, and a Gelderland that is set up."""

import pytest

from paraplu.netwerk import seed
from tests.netwerk.bouwen import BEGIN
from tests.web.inrichting import (
    accounts,
    als,
    lege_monitor,
    nep,
    statisch,
    statische_map,
    voet_zonder_monitor,
)

__all__ = [
    "accounts",
    "als",
    "lege_monitor",
    "nep",
    "statisch",
    "statische_map",
    "voet_zonder_monitor",
]


@pytest.fixture
def gelderland(db: None) -> None:
    """All organisations and what the regions chose, since 2022."""
    seed.inrichten(BEGIN)
