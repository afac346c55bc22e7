"""Een verwachting met een marge: het niveau van nu, en hoe ver het er vroeger naast zat (R171, R194)."""

from __future__ import annotations

import random

import pytest

from paraplu.monitor.prognose import TeWeinigGegevens, predict, predict_per_stap, toets
from paraplu.monitor.prognose.verdeling import t_kwantiel

#: Two-sided 80 and 95 percent, as every table of Student's t has them.
TABEL = [(3, 1.638, 3.182), (5, 1.476, 2.571), (10, 1.372, 2.228), (30, 1.310, 2.042)]


@pytest.mark.parametrize(("vrijheid", "tachtig", "vijfennegentig"), TABEL)
def test_de_verdeling_staat_zo_in_de_tabellen(vrijheid, tachtig, vijfennegentig):
    assert t_kwantiel(0.9, vrijheid) == pytest.approx(tachtig, rel=0.01)
    assert t_kwantiel(0.975, vrijheid) == pytest.approx(vijfennegentig, rel=0.01)


def test_wat_steeds_gelijk_is_wordt_zo_verwacht():
    uitkomst = predict([10.0] * 8, stappen=4, soort="som")
    assert uitkomst.verwacht == pytest.approx(40)
    assert uitkomst.tachtig.laag == pytest.approx(40)
    assert uitkomst.tachtig.hoog == pytest.approx(40)


def test_ook_een_rustig_verleden_van_aantallen_heeft_een_marge():
    uitkomst = predict([10.0] * 8, stappen=4, soort="som", telling=True)
    assert uitkomst.tachtig.laag < 40 < uitkomst.tachtig.hoog
    assert uitkomst.tachtig.laag == int(uitkomst.tachtig.laag)


def test_een_stand_verschilt_met_wat_komt_en_gaat_en_niet_met_haar_grootte():
    """Van 900 lopende maatregelen komen en gaan er steeds enkele: dertig eraf zou te veel zijn."""
    reeks = [900.0, 902, 899, 901, 903, 900, 902, 901]
    uitkomst = predict(reeks, stappen=1, soort="stand", telling=True)
    assert uitkomst.vijfennegentig.laag > 890
    assert uitkomst.vijfennegentig.hoog < 912
    inkomend = predict(reeks, stappen=1, soort="som", telling=True)
    assert inkomend.tachtig.laag < 870


def test_wat_al_gemeten_is_telt_mee_en_is_het_minste():
    uitkomst = predict([1.0, 0, 1, 0, 1, 0, 1, 0], stappen=1, soort="som", bekend=7, telling=True)
    assert uitkomst.verwacht >= 7
    assert uitkomst.vijfennegentig.laag == 7


def test_een_stand_die_verschuift_volgt_de_laatste_waarde():
    oplopend = [10.0, 20, 30, 40, 50, 60, 70, 80]
    assert predict(oplopend, stappen=1, soort="stand").verwacht == pytest.approx(80)


def test_verder_weg_is_onzekerder():
    breedtes = [
        p.tachtig.hoog - p.tachtig.laag
        for p in predict_per_stap([10.0, 14, 9, 16, 12, 20, 15, 22], stappen=6, soort="stand")
    ]
    assert breedtes == sorted(breedtes)
    assert breedtes[0] < breedtes[-1]


def test_de_ruime_marge_omvat_de_krappe():
    uitkomst = predict([10.0, 14, 9, 16, 12, 20, 15, 22], stappen=3, soort="som")
    assert uitkomst.vijfennegentig.laag < uitkomst.tachtig.laag < uitkomst.verwacht
    assert uitkomst.verwacht < uitkomst.tachtig.hoog < uitkomst.vijfennegentig.hoog


def test_van_vijf_kwartalen_is_er_geen_verwachting():
    with pytest.raises(TeWeinigGegevens):
        predict([1.0] * 5, stappen=1, soort="som")


def test_de_marge_klopt_ongeveer_zo_vaak_als_zij_zegt():
    kans = random.Random(7)
    binnen_80 = binnen_95 = 0
    for _keer in range(400):
        reeks = [100.0]
        for _stap in range(15):
            reeks.append(reeks[-1] + kans.gauss(0, 5))
        uitkomst = predict(reeks[:12], stappen=4, soort="stand")
        binnen_80 += uitkomst.tachtig.bevat(reeks[15])
        binnen_95 += uitkomst.vijfennegentig.bevat(reeks[15])
    assert 0.70 < binnen_80 / 400 < 0.90
    assert 0.88 < binnen_95 / 400 < 0.99


def test_de_toets_kijkt_alleen_naar_wat_er_toen_was():
    """Het laatste kwartaal kan geen enkele verwachting van ervóór veranderen, alleen de fout."""
    reeks = [10.0, 12, 9, 11, 10, 12, 9, 11]
    gewoon, vreemd = (toets([*reeks, laatste], stappen=1, soort="som") for laatste in (10, 90))
    assert gewoon.keer == vreemd.keer == 3
    assert vreemd.fout - gewoon.fout == pytest.approx(80 / 3, abs=0.5)


def test_de_toets_zet_ernaast_wat_vorig_jaar_zegt():
    reeks = [1.0, 2, 3, 4] * 3
    uitkomst = toets(reeks, stappen=4, soort="som")
    assert uitkomst.fout_vorig_jaar == 0
    assert toets(reeks, stappen=1, soort="stand").fout_vorig_jaar == 0


def test_zonder_verleden_is_er_niets_te_toetsen():
    assert toets([1.0] * 6, stappen=1, soort="som") is None
