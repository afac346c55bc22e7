"""TR315: een prestatie wordt één keer gecrediteerd."""

from __future__ import annotations

from tests.berichten.regels.declaratieregels import declaratie, regel
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)

CLIENTEN = "Declaratie/Clienten/Client"
VORIGE = "VorigReferentieNummer"


def test_tr315_een_prestatie_wordt_een_keer_gecrediteerd():
    assert not codes(declaratie(regel("A", vorige="X"), regel("B", vorige="Y")))
    dubbel = declaratie(regel("A", vorige="X"), regel("B", vorige="X"))
    assert paden(dubbel, "TR315") == [
        f"{CLIENTEN}[1]/Prestaties/Prestatie[2]/ProductReferentie/{VORIGE}"
    ]
