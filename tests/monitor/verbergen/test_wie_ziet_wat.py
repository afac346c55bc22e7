"""Wie kijkt, ziet van een ander niet wie het zijn."""

from __future__ import annotations

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.verbergen import KLEIN, NIET_GEDEELD, Kijk, mag_vragen

JAAR = Periode.jaar(2023)
MAAND = Periode.maand(2023, 5)
PARTIJ = Kijk(kring="partijen", drempels=(("", 5),), eigen=frozenset({("gemeente", "0202")}))
RAAD = Kijk(kring="publiek", drempels=(("", 10),))


def test_een_klein_aantal_van_een_ander_is_verborgen_en_het_eigene_niet(wereld: Monitor):
    vol = wereld.waarde("V2c", periode=JAAR, per="gemeente")
    gezien = wereld.waarde("V2c", periode=JAAR, per="gemeente", kijk=PARTIJ)

    for rij, alles in zip(gezien.rijen, vol.rijen, strict=True):
        if rij.sleutel == "0202":
            assert rij == alles
        elif 0 < alles.waarden["kinderen"] < 5:
            assert set(rij.waarden.values()) == {KLEIN}


def test_een_maand_van_een_ander_wordt_niet_gedeeld(wereld: Monitor):
    gezien = wereld.waarde("V2c", periode=MAAND, per="gemeente", kijk=PARTIJ)

    assert gezien.rij("0200").waarden["stand"] is NIET_GEDEELD
    assert isinstance(gezien.rij("0202").waarden["stand"], int)
    assert not mag_vragen(PARTIJ, per="gemeente", filters={}, periode=MAAND)
    assert mag_vragen(PARTIJ, per="gi", filters={"gemeente": "0202"}, periode=MAAND)


def test_buiten_de_kring_worden_geen_aanbieders_genoemd(wereld: Monitor):
    assert not mag_vragen(RAAD, per="aanbieder", filters={}, periode=JAAR)
    assert wereld.waarde("V2c", periode=JAAR, per="aanbieder", kijk=RAAD).rijen == []
    assert not mag_vragen(RAAD, per="soort_maatregel", filters={"regio": "CG"}, periode=JAAR)
    assert mag_vragen(RAAD, per="gemeente", filters={"regio": "CG"}, periode=JAAR)


def test_een_bon_van_een_ander_noemt_geen_kleine_aantallen(wereld: Monitor):
    bon = wereld.bon("V2c", periode=JAAR, filters={"gemeente": "0200"}, kijk=PARTIJ)
    eigen = wereld.bon("V2c", periode=JAAR, filters={"gemeente": "0202"}, kijk=PARTIJ)

    assert bon.kandidaten is KLEIN
    assert isinstance(eigen.kandidaten, int)
