"""TR316: debet en credit staan in twee berichten."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import declaratie, regel
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)

CLIENTEN = "Declaratie/Clienten/Client"
VORIGE = "VorigReferentieNummer"


@pytest.mark.parametrize(
    ("regels", "veld"),
    [
        ([regel("A"), regel("B", vorige="A")], VORIGE),
        ([regel("B", vorige="A"), regel("A")], "ReferentieNummer"),
    ],
    ids=["credit na debet", "debet na credit"],
)
def test_tr316_debet_en_credit_van_een_prestatie_staan_in_twee_berichten(regels, veld):
    assert paden(declaratie(*regels), "TR316") == [
        f"{CLIENTEN}[1]/Prestaties/Prestatie[2]/ProductReferentie/{veld}"
    ]
    assert not codes(declaratie(regel("A"), regel("B", vorige="Z")))
