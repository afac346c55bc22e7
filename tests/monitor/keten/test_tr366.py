"""TR366: een beantwoorde prestatie staat in de declaratie."""

from __future__ import annotations


def test_een_prestatie_uit_de_declaratie_is_goed(keten):
    keten.keur_af(keten.declaratie(1), "02-10")

    assert keten.gebroken("TR366") == []


def test_een_prestatie_die_er_niet_in_staat_is_fout(keten):
    declaratie = keten.declaratie(1)
    keten.declaratie(2, referentie="nr9")
    fout = keten.keur_af(declaratie, "02-10", referentie="nr9")

    assert keten.gebroken("TR366") == [(fout, 1)]


def test_een_onbekende_declaratie_is_een_andere_fout(keten):
    antwoord = keten.antwoord_325(keten.declaratie(1), "02-10", declaratie_nummer="D9")
    keten.regel("declaratieantwoord", antwoord, declaratie_nummer="D9", referentie="nr1")

    assert keten.gebroken("TR366") == []
    assert keten.gebroken("TR376") == [(antwoord, 0)]
