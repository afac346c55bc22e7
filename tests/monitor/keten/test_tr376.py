"""TR376: een 325 noemt het nummer van een declaratie."""

from __future__ import annotations


def test_het_nummer_van_de_declaratie_is_goed(keten):
    keten.antwoord_325(keten.declaratie(1), "02-10")

    assert keten.gebroken("TR376") == []


def test_een_onbekend_nummer_is_fout(keten):
    antwoord = keten.antwoord_325(keten.declaratie(1), "02-10", declaratie_nummer="D99")

    assert keten.gebroken("TR376") == [(antwoord, 0)]


def test_een_325_met_alleen_een_kop_noemt_geen_nummer(keten):
    declaratie = keten.declaratie(1)
    keten.antwoord_325(declaratie, "02-10", declaratie_nummer=None, retourcodes="0001")

    assert keten.gebroken("TR376") == []
