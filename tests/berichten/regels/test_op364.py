"""OP364: een declaratie hangt niet aan een start of stop."""

from __future__ import annotations

import pytest

from tests.berichten.regels.antwoorden import REGEL, UITKOMSTEN, deels
from tests.berichten.regels.voorbeeld import paden


@pytest.mark.parametrize("uitkomst", UITKOMSTEN)
def test_op364_een_goede_325_houdt_zich_eraan(uitkomst):
    assert paden(UITKOMSTEN[uitkomst], "OP364") == []


@pytest.mark.parametrize("code", ["9019", "9063", "9069", "9071", "9074", "9326", "9413", "9415"])
def test_op364_een_declaratie_hangt_niet_aan_start_of_stop(code):
    assert paden(deels(prestatie=code), "OP364") == [f"{REGEL}/RetourCode"]


@pytest.mark.parametrize("code", ["9056", "9338", "8187", "9384"])
def test_op364_een_code_van_de_declaratie_zelf_mag(code):
    assert paden(deels(prestatie=code), "OP364") == []
