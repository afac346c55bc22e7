"""From the link to the page: what opens, and everything that does not."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.meelezen.bouwen import STUK, begin, tekst

pytestmark = pytest.mark.django_db


def test_met_de_link_en_de_sms_leest_een_ouder_mee(mee):
    client = mee.binnen()
    assert "Uw pagina" in tekst(client.get("/meelezen/overzicht/"))
    pagina = tekst(client.get(STUK))
    assert "De jeugdbeschermer overlegt met het lokale team" in pagina


def test_met_de_link_en_de_code_op_papier_leest_een_kind_mee(mee):
    client = mee.binnen(mee.kind)
    assert "Dag Fenna" in tekst(client.get("/meelezen/overzicht/"))
