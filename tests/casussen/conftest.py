"""What the tests of the work share."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.casussen.bouwen import Wereld
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]


@pytest.fixture
def wereld(db: None) -> Wereld:
    """One region with everybody who has a part in a route."""
    return Wereld()


@pytest.fixture
def als_rol(wereld: Wereld):
    """A browser in which the person with this role is logged in."""

    def log_in(rol: str) -> Client:
        client = Client()
        client.force_login(wereld.gebruiker(rol))
        return client

    return log_in
