"""Toen naast nu: elke regel die kwam, ging of veranderde heeft een oorzaak."""

from __future__ import annotations

import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.verschil import Oorzaak, Verschil, verklaar
from tests.monitor.verschil.conftest import JAAR, TOEN, Tweemaal, vragen


@pytest.fixture(scope="session")
def verschillen(tweemaal: Tweemaal) -> dict[tuple[str, str], Verschil]:
    """Every indicator in every reading, then and now."""
    nu, toen = tweemaal.nu, Monitor(tweemaal.map, bekend_op=TOEN)
    return {
        (code, variant): verklaar(nu, code, variant=variant, periode=JAAR, toen=toen)
        for code, variant in vragen(nu)
    }


def test_de_oorzaken_tellen_op_tot_het_verschil(verschillen, tweemaal) -> None:
    bewogen = 0
    for vraag, verschil in verschillen.items():
        gekomen, weg = verschil.aantal("gekomen"), verschil.aantal("weg")
        assert verschil.regels_toen == len(tweemaal.regels[vraag])
        assert verschil.regels_toen + gekomen - weg == verschil.regels_nu, vraag
        assert len(verschil.wijzigingen) == gekomen + weg + verschil.aantal("veranderd")
        bewogen += gekomen + weg
    assert bewogen > 100


def test_elke_regel_heeft_een_oorzaak(verschillen) -> None:
    onverklaard = [
        (vraag, wijziging.soort, wijziging.sleutel, wijziging.veranderd)
        for vraag, verschil in verschillen.items()
        for wijziging in verschil.wijzigingen
        if wijziging.oorzaak == Oorzaak.ANDERS
    ]
    assert not onverklaard


def test_de_meeste_oorzaken_komen_voor(verschillen) -> None:
    gezien = {deel.oorzaak for verschil in verschillen.values() for deel in verschil.oorzaken}

    assert set(Oorzaak) - gezien <= {Oorzaak.ANDERS, Oorzaak.VERVANGEN, Oorzaak.VERZOEK}
