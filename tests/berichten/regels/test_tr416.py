"""TR416: een levering staat één keer als debet."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import declaratie, regel
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)

CLIENTEN = "Declaratie/Clienten/Client"


@pytest.mark.parametrize(
    "anders",
    [
        {"toewijzing": "2"},
        {"ProductCode": "48A02"},
        {"ProductCategorie": "45", "ProductCode": "45A04"},
        {"ProductPeriode": {"Begindatum": "2024-02-02", "Einddatum": "2024-02-29"}},
        {"vorige": "X"},
    ],
    ids=["toewijzing", "code", "categorie", "periode", "credit"],
)
def test_tr416_een_levering_staat_een_keer_als_debet(anders):
    assert "TR416" not in codes(declaratie(regel("A"), regel("B", **anders)))


def test_tr416_hetzelfde_nummer_met_een_nul_ervoor_is_hetzelfde():
    dubbel = declaratie(regel("A", "7"), regel("B", "007"))
    assert paden(dubbel, "TR416") == [f"{CLIENTEN}[1]/Prestaties/Prestatie[2]"]
