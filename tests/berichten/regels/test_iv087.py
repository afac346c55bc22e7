"""IV087: de opbouw van een 325 hangt af van de uitkomst."""

from __future__ import annotations

import pytest

from tests.berichten.regels.antwoorden import REGEL, UITKOMSTEN, alleen_header, deels
from tests.berichten.regels.voorbeeld import declaratieantwoord, paden, retourcodes, totaal


@pytest.mark.parametrize("uitkomst", UITKOMSTEN)
def test_iv087_een_goede_325_houdt_zich_eraan(uitkomst):
    assert paden(UITKOMSTEN[uitkomst], "IV087") == []


@pytest.mark.parametrize("code", ["0001", "8848"])
def test_iv087_onder_een_afgekeurde_header_staat_niets(code):
    gemaakt = declaratieantwoord()
    gemaakt.inhoud["Header"]["RetourCodes"] = retourcodes(code)

    assert paden(gemaakt, "IV087") == ["Header"]


def test_iv087_een_goede_header_heeft_een_antwoord():
    assert paden(alleen_header("0200"), "IV087") == ["Header"]


@pytest.mark.parametrize("antwoord", ["8001", "9333"])
def test_iv087_clienten_horen_bij_0200(antwoord):
    pad = "DeclaratieAntwoord/RetourCodes"

    assert paden(deels(antwoord=antwoord), "IV087") == [pad]
    assert paden(declaratieantwoord(RetourCodes=retourcodes("0200")), "IV087") == [pad]


@pytest.mark.parametrize("toegekend", [totaal(99999), totaal(100000, "C")])
def test_iv087_alles_goed_is_alles_toegekend(toegekend):
    pad = "DeclaratieAntwoord/TotaalToegekendBedrag"

    assert paden(declaratieantwoord(TotaalToegekendBedrag=toegekend), "IV087") == [pad]


@pytest.mark.parametrize(
    ("client", "prestatie"), [("0200", "0200"), ("0200", "0233"), ("8187", "9338")]
)
def test_iv087_een_prestatie_past_bij_haar_client(client, prestatie):
    assert paden(deels(client=client, prestatie=prestatie), "IV087") == [REGEL]
