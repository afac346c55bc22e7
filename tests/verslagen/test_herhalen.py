"""Een gepubliceerd verslag komt er opnieuw hetzelfde uit, ook als er later verbeteringen komen."""

from __future__ import annotations

import time

import pytest
from django.db import connection

from paraplu.verslagen import actions, bewaren, herhalen
from paraplu.verslagen.models import Rapport
from tests.verslagen.conftest import DAG, opzet


@pytest.fixture
def rapport(wereld, accounts) -> Rapport:
    """A published report of all of Gelderland."""
    by = accounts["contractmanager"]
    rapport = actions.make_concept(opzet=opzet(""), by=by)
    actions.publish(rapport=rapport, by=by, on=DAG)
    return rapport


def test_het_verhaal(wereld, rapport):
    t = time.time()
    assert herhalen.repeat(rapport).is_gelijk
    print("repeat", time.time() - t)
    t = time.time()
    wereld()
    assert herhalen.compare_with_now(rapport, op=DAG)
    print("now", time.time() - t)
    t = time.time()
    u = herhalen.repeat(rapport)
    print("repeat", time.time() - t, u)
    assert u.is_gelijk
