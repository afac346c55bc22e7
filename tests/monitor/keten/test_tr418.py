"""TR418: het tarief is dat van het blad."""

from __future__ import annotations

import pytest

from tests.monitor.keten.keten import AANBIEDER, PRODUCT, dag


@pytest.fixture
def blad(keten):
    def voeg_toe(tarief, **anders):
        vast = {"aanbieder": None, **PRODUCT, "eenheid": "82", "vanaf": "2023-01-01", "tot": None}
        rij = vast | anders | {"tarief": tarief}
        for grens in ("vanaf", "tot"):
            rij[grens] = rij[grens] and dag(rij[grens])
        keten.tabellen["tarieven"].append(rij)

    return voeg_toe


def test_zonder_blad_is_er_geen_contract_om_mee_te_vergelijken(keten):
    keten.declaratie(1, tarief=1)

    assert keten.gebroken("TR418") == []


def test_het_tarief_van_het_blad_is_goed_en_een_ander_fout(keten, blad):
    blad(5000)
    keten.declaratie(1, tarief=5000)
    fout = keten.declaratie(2, tarief=5001)

    assert keten.gebroken("TR418") == [(fout, 1)]


def test_de_eigen_rij_van_een_aanbieder_gaat_voor(keten, blad):
    blad(5000)
    blad(6000, aanbieder=AANBIEDER)
    keten.declaratie(1, tarief=6000)
    fout = keten.declaratie(2, tarief=5000)
    keten.declaratie(1, tarief=5000, aanbieder="70000001")

    assert keten.gebroken("TR418") == [(fout, 1)]


def test_het_tarief_van_de_dag_geldt(keten, blad):
    blad(5000, tot="02-01")
    blad(6000, vanaf="02-01")
    keten.declaratie(1, tarief=5000)
    fout = keten.declaratie(2, tarief=5000)

    assert keten.gebroken("TR418") == [(fout, 1)]


def test_een_ander_product_of_een_dag_voor_het_blad_wordt_niet_vergeleken(keten, blad):
    blad(5000, vanaf="02-01")
    keten.declaratie(1, tarief=1)
    keten.declaratie(2, tarief=1, productcode="48A02")
    keten.declaratie(3, tarief=1, eenheid="16")

    assert keten.gebroken("TR418") == []


def test_minuten_hebben_het_tarief_van_een_uur_tenzij_het_blad_minuten_heeft(keten, blad):
    blad(6000, eenheid="04")
    uur = keten.declaratie(1, tarief=6000, eenheid="01")
    minuut = keten.declaratie(2, tarief=100, eenheid="01")
    assert keten.gebroken("TR418") == [(minuut, 1)]

    blad(100, eenheid="01")
    assert keten.gebroken("TR418") == [(uur, 1)]
