"""IV096: een start of stop heeft een sleutel."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    paden,
    startbericht,
    startproduct,
    stopbericht,
    stopproduct,
)

START = "Client/StartProducten/StartProduct[1]"
STOP = "Client/StopProducten/StopProduct[1]"


@pytest.mark.parametrize("weg", [{}, {"ToewijzingNummer": None}, {"Product": None}])
def test_iv096_een_toewijzingnummer_of_een_product_is_genoeg(weg):
    assert paden(startbericht(producten=[startproduct(**weg)]), "IV096") == []
    assert paden(stopbericht(producten=[stopproduct(**weg)]), "IV096") == []


def test_iv096_zonder_allebei_is_er_geen_sleutel():
    weg = {"ToewijzingNummer": None, "Product": None}

    assert paden(startbericht(producten=[startproduct(**weg)]), "IV096") == [START]
    assert paden(stopbericht(producten=[stopproduct(**weg)]), "IV096") == [STOP]
