"""Wat meetelt als een regel tussen berichten wordt getoetst."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paraplu.monitor.keten.regel import ketenregels
from paraplu.monitor.keten.toetsing import KOLOMMEN, Toetsing
from tests.monitor.keten.keten import dag


@pytest.mark.parametrize("code", sorted(ketenregels()))
def test_elke_regel_heeft_een_eigen_testbestand_dat_haar_breekt(code):
    tekst = (Path(__file__).parent / f"test_{code.lower()}.py").read_text(encoding="utf-8")
    assert re.search(rf'gebroken\("{code}"\) == \[\(', tekst)
    assert f'gebroken("{code}") == []' in tekst


def test_zonder_berichten_breekt_niets(keten):
    uitkomst = keten.toetsing().bevindingen()

    assert uitkomst.schema == KOLOMMEN
    assert uitkomst.num_rows == 0


def test_een_gewone_keten_houdt_zich_aan_alle_regels(keten):
    keten.verzoek("ref1", op="2022-12-20")
    keten.antwoord("ref1", "2", op="2022-12-22")
    keten.toewijzing(1, op="2022-12-28", referentie_aanbieder="ref1")
    keten.start(1)
    for maand in range(1, 6):
        keten.antwoord_325(keten.declaratie(maand), f"0{maand + 1}-12")
    keten.stop(1)

    assert keten.toetsing().bevindingen().to_pylist() == []


def test_een_bevinding_zegt_wie_wat_waar_en_niets_over_het_kind(keten):
    keten.toewijzing(1)
    keten.stop(1)

    (rij,) = keten.toetsing().bevindingen(["TR382"]).to_pylist()
    assert rij == {
        "bericht": "b002",
        "volgnummer": 1,
        "regel": 10,
        "code": "TR382",
        "soort": "JW307",
        "klasse": "Client/StopProducten/StopProduct",
        "gemeente": "0200",
        "aanbieder": "60000001",
        "afzender": "60000001",
    }


def test_wat_later_bekend_wordt_telt_op_een_eerdere_dag_niet(keten):
    fout = keten.start(1, op="01-02")
    keten.toewijzing(1, op="01-01")
    keten.tabellen["aanlevering"][-1]["dag"] = dag("02-01")

    assert keten.gebroken("TR019", op=dag("01-31")) == [(fout, 1)]
    assert keten.gebroken("TR019", op=dag("02-01")) == []


def test_een_halve_batch_telt_niet(keten):
    keten.toewijzing(1)
    keten.tabellen["toewijzing"][0]["batch"] = "afgebroken"
    fout = keten.start(1)

    assert keten.gebroken("TR019") == [(fout, 1)]


def test_een_afgekeurd_bericht_wordt_alleen_op_verzoek_beoordeeld(keten):
    fout = keten.start(1)
    keten.retour(fout)

    assert keten.gebroken("TR019") == []
    assert keten.gebroken("TR019", opnieuw=(fout,)) == [(fout, 1)]


def test_een_regel_maakt_alleen_de_tabellen_die_zij_leest(keten):
    toetsing = keten.toetsing()
    toetsing.bevindingen(["TR355"])

    assert isinstance(toetsing, Toetsing)
    assert "prestaties" not in toetsing.gemaakt
    assert {"antwoorden", "verzoeken"} <= toetsing.gemaakt
