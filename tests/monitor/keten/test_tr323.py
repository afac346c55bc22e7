"""TR323: een creditprestatie hoort bij een goedgekeurde debetprestatie."""

from __future__ import annotations


def test_crediteren_na_de_goedkeuring_is_goed(keten):
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    keten.credit(debet, "03-03")

    assert keten.gebroken("TR323") == []


def test_crediteren_zonder_antwoord_is_fout(keten):
    credit = keten.credit(keten.declaratie(1), "03-03")

    assert keten.gebroken("TR323") == [(credit, 1)]


def test_crediteren_wat_is_afgewezen_is_fout(keten):
    debet = keten.declaratie(1)
    keten.keur_af(debet, "02-10")
    credit = keten.credit(debet, "03-03")

    assert keten.gebroken("TR323") == [(credit, 1)]


def test_crediteren_voor_de_goedkeuring_is_fout(keten):
    debet = keten.declaratie(1)
    credit = keten.credit(debet, "03-03")
    keten.antwoord_325(debet, "03-04")

    assert keten.gebroken("TR323") == [(credit, 1)]


def test_een_onbekend_nummer_crediteren_is_fout(keten):
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    credit = keten.credit(debet, "03-03", vorige_referentie="nr99")

    assert keten.gebroken("TR323") == [(credit, 1)]


def test_de_prestatie_van_een_andere_aanbieder_crediteren_is_fout(keten):
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    credit = keten.credit(debet, "03-03", aanbieder="70000001")

    assert keten.gebroken("TR323") == [(credit, 1)]
