"""What changed, in words, and whether that is the way that was agreed."""

from __future__ import annotations

import pytest

from paraplu.afspraken.vereisten import bestaat
from paraplu.inzage.woorden import GEWENST, vergelijk
from paraplu.web.getallen import VAST


@pytest.mark.parametrize(
    ("nu", "toen", "eenheid", "teken", "tekst"),
    [
        (1087, 1151, "maatregelen", "▼", "64 minder (−5,6 %)"),
        (12, 10, "kinderen", "▲", "2 meer (+20,0 %)"),
        (3, 0, "kinderen", "▲", "3 meer"),
        (0, 7, "kinderen", "▼", "7 minder (−100,0 %)"),
        (41.0, 38.0, "dagen", "▲", "3 dagen langer (+7,9 %)"),
        (0.345, 0.334, "aandeel", "▲", "1,1 procentpunt hoger"),
        (0.345, 0.3452, "aandeel", "●", "gelijk gebleven"),
        (10, 10, "kinderen", "●", "gelijk gebleven"),
        (100.4, 100.3, "euro", "●", "gelijk gebleven"),
    ],
)
def test_een_verschil_staat_in_woorden(nu, toen, eenheid, teken, tekst):
    verschil = vergelijk(nu, toen, eenheid)
    assert (verschil.teken, verschil.tekst.replace(VAST, " ")) == (teken, tekst)


@pytest.mark.parametrize(("nu", "toen"), [(None, 3), (3, None), (None, None)])
def test_met_onbekend_valt_niet_te_vergelijken(nu, toen):
    assert vergelijk(nu, toen, "kinderen") is None


def test_alleen_waar_een_richting_is_afgesproken_staat_een_oordeel():
    assert vergelijk(1, 2, "", code="V2a").oordeel == "gunstig"
    assert vergelijk(2, 1, "", code="V2a").oordeel == "ongunstig"
    assert vergelijk(1, 2, "", code="V2b").oordeel == ""
    assert vergelijk(2, 2, "", code="V2a").oordeel == ""


def test_elke_richting_staat_in_het_register():
    assert all(bestaat(nummer) for _richting, nummer in GEWENST.values())
