"""TR314: een referentienummer is van één prestatie."""

from __future__ import annotations


def test_eigen_nummers_zijn_goed(keten):
    keten.declaratie(1, referentie="nr1")
    keten.declaratie(2, referentie="nr2")

    assert keten.gebroken("TR314") == []


def test_hetzelfde_nummer_in_een_later_bericht_is_fout(keten):
    keten.declaratie(1, referentie="nr1")
    tweede = keten.declaratie(2, referentie="nr1")

    assert keten.gebroken("TR314") == [(tweede, 1)]


def test_ook_bij_een_andere_gemeente_en_in_een_oud_bericht(keten):
    keten.declaratie(1, referentie="nr1", release="2.3")
    andere = keten.declaratie(2, referentie="nr1", gemeente="0202")

    assert keten.gebroken("TR314") == [(andere, 1)]


def test_een_andere_aanbieder_mag_hetzelfde_nummer_gebruiken(keten):
    keten.declaratie(1, referentie="nr1")
    keten.declaratie(1, referentie="nr1", aanbieder="70000001")

    assert keten.gebroken("TR314") == []


def test_een_afgewezen_prestatie_heeft_haar_nummer_gebruikt(keten):
    keten.keur_af(keten.declaratie(1, referentie="nr1"), "02-10")
    tweede = keten.declaratie(2, referentie="nr1")

    assert keten.gebroken("TR314") == [(tweede, 1)]


def test_een_geheel_afgewezen_declaratie_heeft_geen_nummers_gebruikt(keten):
    eerste = keten.declaratie(1, referentie="nr1")
    keten.antwoord_325(eerste, "02-10", retourcodes="0001", retourcodes_klasse=None)
    keten.declaratie(2, referentie="nr1")

    assert keten.gebroken("TR314") == []
