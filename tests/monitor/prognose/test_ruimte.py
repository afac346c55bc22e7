"""De ruimte onder een budgetplafond aan het einde van het jaar (R200, R201)."""

from __future__ import annotations

import pytest

from paraplu.monitor.prognose import TeWeinigGegevens, Uitkomstpaar, predict_ruimte, toets_ruimte

KLOPTE = [Uitkomstpaar(100, 100)] * 6
TIEN_MEER = [Uitkomstpaar(v, v * 1.1) for v in (10, 50, 100, 200, 400, 800)]
WISSELEND = [Uitkomstpaar(100, echt) for echt in (80, 90, 95, 105, 110, 120)]


def test_klopte_de_afspraak_altijd_dan_is_de_ruimte_die_van_de_afspraak():
    uitkomst = predict_ruimte(plafond=1000, verwachte_declaraties=600, paren=KLOPTE)
    assert uitkomst.verwacht == pytest.approx(400)
    assert uitkomst.tachtig.laag == pytest.approx(400)


def test_kwam_er_steeds_een_tiende_meer_dan_is_de_ruimte_kleiner():
    uitkomst = predict_ruimte(plafond=1000, verwachte_declaraties=600, paren=TIEN_MEER)
    assert uitkomst.verwacht == pytest.approx(1000 - 660)


def test_wie_wisselend_uitkwam_kan_tekortkomen():
    uitkomst = predict_ruimte(plafond=650, verwachte_declaraties=600, paren=WISSELEND)
    assert uitkomst.tachtig.laag < 0 < uitkomst.verwacht
    assert uitkomst.is_krap
    assert uitkomst.vijfennegentig.laag < uitkomst.tachtig.laag


def test_met_weinig_eerdere_uitkomsten_is_er_geen_verwachting():
    with pytest.raises(TeWeinigGegevens):
        predict_ruimte(plafond=1, verwachte_declaraties=1, paren=[*KLOPTE[:4], Uitkomstpaar(0, 5)])


def test_elk_paar_wordt_met_de_andere_getoetst():
    assert toets_ruimte(WISSELEND)[0] == 6
    keer, binnen_80, binnen_95 = toets_ruimte([*TIEN_MEER, Uitkomstpaar(100, 5000)])
    assert (keer, binnen_80) == (7, 6)
    assert binnen_95 == 6
    assert toets_ruimte(KLOPTE[:5]) == (0, 0, 0)
