"""What the tests of this room share: accounts, a browser, and a Gelderland that is set up."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from paraplu.netwerk import seed
from tests.gedeeld import houd_vast
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


@pytest.fixture(scope="module")
def heel_gelderland(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Gelderland, made once for the tests of one file."""
    yield from houd_vast(django_db_blocker, lambda: seed.inrichten(BEGIN))


@pytest.fixture
def gelderland(heel_gelderland: None, db: None) -> None:
    """All organisations and what the regions chose, since 2022."""
