"""Wat als een definitie of de tussentaal anders was (R206-R209, R218, P6, P50)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paraplu.afspraken.tussentaal import Tussentaalregel
from paraplu.monitor import Monitor, Periode
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.verbergen import KLEIN
from paraplu.monitor.watals import (
    GEWOON,
    Wijziging,
    make_naast,
    open_anders,
    read_verhuizingen,
)
from tests.monitor.post import Post

JAAR = Periode.jaar(2023)
GELDERLAND = {"gelderland": "gelderland"}
HULP = {"productcategorie": "45", "productcode": "45A04"}


@pytest.fixture(scope="module")
def monitor(tmp_path_factory) -> Monitor:
    """One child: an OTS to 1 March and, 40 days later, another; and help of one product."""
    post, opslag = Post(), Opslag(tmp_path_factory.mktemp("watals"))
    opslag.maak()
    for nummer, begin, einde in (
        (1, date(2022, 6, 1), date(2023, 3, 1)),
        (2, date(2023, 4, 10), None),
    ):
        post.toewijzing(nummer, ingangsdatum=begin)
        post.start(nummer, begindatum=begin)
        if einde:
            post.stop(nummer, begindatum=begin, einddatum=einde)
    post.toewijzing(3, **HULP, ingangsdatum=date(2023, 5, 1))
    post.toewijzing(4, **HULP, ingangsdatum=date(2023, 9, 1))
    post.bewaar(opslag)
    return Monitor(opslag.map)


def instroom(monitor: Monitor) -> int:
    [(_periode, waarden)] = monitor.reeks("V2a", perioden=[JAAR], filters=GELDERLAND)
    return waarden["instroom"]


def test_veertig_dagen_ertussen_is_instroom_bij_31_en_niet_bij_40(monitor):
    assert instroom(monitor) == 1
    assert instroom(open_anders(monitor, replace(GEWOON, hoogstens_tussen=39))) == 1
    anders = open_anders(monitor, replace(GEWOON, hoogstens_tussen=40))
    assert not anders.is_klaar()
    assert instroom(anders) == 0
    assert anders.is_klaar()
    assert anders.dataversie() != monitor.dataversie()


def test_de_ingangsdatum_schuift_op(monitor):
    def stand(gevraagd: Monitor) -> int:
        return gevraagd.reeks("V2c", perioden=[JAAR], filters=GELDERLAND)[0][1]["stand"]

    assert stand(monitor) == 1
    assert stand(open_anders(monitor, replace(GEWOON, ingegaan_na=date(2023, 4, 9)))) == 1
    assert stand(open_anders(monitor, replace(GEWOON, ingegaan_na=date(2023, 4, 10)))) == 0


def test_wat_gelijk_blijft_telt_gelijk(monitor):
    """Zonder wijziging is het hetzelfde cijfer, ook als de tabellen opnieuw zijn gemaakt."""
    zelfde = replace(GEWOON, tussentaal=monitor.bladen.tussentaalregels(op=date(2023, 1, 1)))
    anders = open_anders(monitor, zelfde)
    assert instroom(anders) == instroom(monitor)
    with monitor.geopend() as nu:
        assert read_verhuizingen(anders, GELDERLAND, nu=nu) == []


def verhuis(monitor: Monitor, vanaf: date, **filters: str) -> list:
    regels = (
        Tussentaalregel("45", "", 1, date(2017, 1, 1), None, "nu"),
        Tussentaalregel("45", "45A04", 6, vanaf, None, "voorstel"),
    )
    anders = open_anders(monitor, replace(GEWOON, tussentaal=regels))
    with monitor.geopend() as nu:
        return read_verhuizingen(anders, filters or GELDERLAND, nu=nu)


def test_een_product_verhuist_met_al_zijn_toewijzingen(monitor):
    [rij] = verhuis(monitor, date(2017, 1, 1))
    assert (rij.productcode, rij.van, rij.naar, rij.toewijzingen) == ("45A04", 1, 6, 2)


def test_een_product_verhuist_vanaf_een_dag(monitor):
    [rij] = verhuis(monitor, date(2023, 6, 1))
    assert rij.toewijzingen == 1


def test_verhuizen_wordt_per_gebied_geteld(monitor):
    assert len(verhuis(monitor, date(2017, 1, 1), gemeente="0200")) == 1
    assert verhuis(monitor, date(2017, 1, 1), gemeente="0202") == []
    assert len(verhuis(monitor, date(2017, 1, 1), gi="60000001")) == 1


def test_alleen_een_andere_eerste_dag_maakt_geen_tabellen():
    assert not Wijziging(ingegaan_na=date(2018, 1, 1)).raakt_tabellen
    assert Wijziging(hoogstens_tussen=0).raakt_tabellen


def test_het_verschil_met_een_verborgen_cijfer_is_verborgen():
    for naast in (make_naast(KLEIN, 8), make_naast(8, KLEIN)):
        assert naast.verschil is KLEIN
        assert naast.aandeel is KLEIN


def test_zonder_oud_cijfer_is_er_geen_aandeel():
    assert make_naast(0, 3).aandeel is None
    assert make_naast(0, 3).verschil == 3
    assert make_naast(None, 3).verschil is None
