"""The people of the stories, in a database of their own, and the telling of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils.timezone import localdate

from tests.journeys.werk.mensen import Mensen
from tests.journeys.werk.verhaal import Verhaal


@pytest.fixture
def ede(django_db_reset_sequences, eigen_var, lege_monitor) -> Mensen:
    """Everybody who works in Ede, where the route begins with the lokaal team (301)."""
    return Mensen("FV", "0228", op=localdate())


@pytest.fixture
def ede_met_monitor(django_db_reset_sequences, eigen_var) -> Mensen:
    """Everybody who works in Ede, and a monitor that counts what they send."""
    return Mensen("FV", "0228", op=localdate())


@pytest.fixture
def arnhem(django_db_reset_sequences, eigen_var, lege_monitor) -> Mensen:
    """Everybody who works in Arnhem, where the provider asks (315)."""
    return Mensen("CG", "0202", op=localdate())


@pytest.fixture
def verhaal(venster, keur, live_server) -> Callable[..., Verhaal]:
    """Begin a story: its name, its title, and what it is about."""

    def vertel(naam: str, titel: str, inleiding: str) -> Verhaal:
        begonnen = Verhaal(naam, venster=venster, keur=keur, url=live_server.url)
        begonnen.begin(titel, inleiding)
        return begonnen

    return vertel
