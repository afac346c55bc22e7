"""TR333: een declaratienummer is van één declaratie."""

from __future__ import annotations


def test_eigen_nummers_zijn_goed(keten):
    keten.declaratie(1, declaratie_nummer="D1")
    keten.declaratie(2, declaratie_nummer="D2")

    assert keten.gebroken("TR333") == []


def test_hetzelfde_nummer_is_fout_ook_bij_een_andere_gemeente(keten):
    keten.declaratie(1, declaratie_nummer="D1")
    tweede = keten.declaratie(2, declaratie_nummer="D1", gemeente="0202")

    assert keten.gebroken("TR333") == [(tweede, 0)]


def test_een_geheel_afgewezen_declaratie_heeft_haar_nummer_niet_gebruikt(keten):
    eerste = keten.declaratie(1, declaratie_nummer="D1")
    keten.antwoord_325(eerste, "02-10", retourcodes="0001", retourcodes_klasse=None)
    keten.declaratie(1, op="02-15", declaratie_nummer="D2")

    assert keten.gebroken("TR333") == []
