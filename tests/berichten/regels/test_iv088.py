"""IV088: code 0001 staat in een 325 alleen in de header."""

from __future__ import annotations

import pytest

from tests.berichten.regels.antwoorden import REGEL, UITKOMSTEN, deels
from tests.berichten.regels.voorbeeld import declaratieantwoord, paden, retourcodes


@pytest.mark.parametrize("uitkomst", UITKOMSTEN)
def test_iv088_een_goede_325_houdt_zich_eraan(uitkomst):
    assert paden(UITKOMSTEN[uitkomst], "IV088") == []


def test_iv088_code_0001_staat_alleen_in_de_header():
    assert paden(deels(prestatie="0001"), "IV088") == [REGEL]
    assert paden(declaratieantwoord(RetourCodes=retourcodes("0001")), "IV088") == [
        "DeclaratieAntwoord/RetourCodes"
    ]
