"""TR384: op een verwijderde toewijzing declareert men niet."""

from __future__ import annotations


def verwijderd(keten, op):
    keten.toewijzing(1)
    keten.toewijzing(1, op=op, reden_wijziging="13", einddatum="01-01")


def test_een_bestaande_toewijzing_is_goed(keten):
    keten.toewijzing(1)
    keten.declaratie(1)

    assert keten.gebroken("TR384") == []


def test_declareren_na_het_verwijderen_is_fout(keten):
    verwijderd(keten, "02-01")
    fout = keten.declaratie(1, op="02-02")

    assert keten.gebroken("TR384") == [(fout, 1)]


def test_wie_eerder_of_dezelfde_dag_declareerde_kon_het_niet_weten(keten):
    verwijderd(keten, "02-02")
    keten.declaratie(1, op="02-02")

    assert keten.gebroken("TR384") == []


def test_crediteren_mag_wel(keten):
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    verwijderd(keten, "02-15")
    keten.credit(debet, "03-03")

    assert keten.gebroken("TR384") == []
