"""TR101: een client en een prestatie staan één keer in een declaratie."""

from __future__ import annotations

from tests.berichten.regels.declaratieregels import declaratie, regel
from tests.berichten.regels.voorbeeld import (
    ANDER_BSN,
    codes,
    declaratie_client,
    paden,
)

CLIENTEN = "Declaratie/Clienten/Client"


def test_tr101_een_client_staat_een_keer_in_het_bericht():
    een = declaratie_client(prestaties=[regel("A", "1")])
    ander = declaratie_client(Bsn=ANDER_BSN, prestaties=[regel("B", "2")])
    zelfde = declaratie_client(prestaties=[regel("C", "3")])
    assert not codes(declaratie(clienten=[een, ander]))
    dubbel = declaratie(clienten=[een, ander, zelfde])
    assert paden(dubbel, "TR101") == [f"{CLIENTEN}[3]/Bsn"]


def test_tr101_een_prestatie_staat_een_keer_bij_haar_client():
    assert not codes(declaratie(regel("A", "1"), regel("B", "2")))
    dubbel = declaratie(regel("A", "1"), regel("A", "2"))
    assert paden(dubbel, "TR101") == [f"{CLIENTEN}[1]/Prestaties/Prestatie[2]/ProductReferentie"]


def test_tr101_de_sleutel_van_een_prestatie_is_die_met_de_client_en_de_vorige_erbij():
    een = declaratie_client(prestaties=[regel("A", "1"), regel("A", "2", vorige="X")])
    ander = declaratie_client(Bsn=ANDER_BSN, prestaties=[regel("A", "3")])
    assert "TR101" not in codes(declaratie(clienten=[een, ander]))
