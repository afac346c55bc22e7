"""TR385: een toewijzing met goedgekeurde prestaties verwijdert men niet."""

from __future__ import annotations


def verwijder(keten, op):
    return keten.toewijzing(1, op=op, reden_wijziging="13", einddatum="01-01")


def test_zonder_goedgekeurde_prestaties_mag_het(keten):
    keten.toewijzing(1)
    keten.declaratie(1)
    keten.keur_af(keten.declaratie(2), "03-10")
    verwijder(keten, "03-15")

    assert keten.gebroken("TR385") == []


def test_met_een_goedgekeurde_prestatie_is_het_fout(keten):
    keten.toewijzing(1)
    keten.antwoord_325(keten.declaratie(1), "02-10")
    fout = verwijder(keten, "02-15")

    assert keten.gebroken("TR385") == [(fout, 1)]


def test_na_crediteren_mag_het(keten):
    keten.toewijzing(1)
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    keten.credit(debet, "03-03")
    verwijder(keten, "03-05")

    assert keten.gebroken("TR385") == []


def test_wat_na_het_verwijderen_is_goedgekeurd_is_van_een_andere_regel(keten):
    keten.toewijzing(1)
    verwijder(keten, "02-05")
    keten.antwoord_325(keten.declaratie(1), "02-10")

    assert keten.gebroken("TR385") == []


def test_intrekken_mag_wel(keten):
    keten.toewijzing(1)
    keten.antwoord_325(keten.declaratie(1), "02-10")
    keten.toewijzing(1, op="02-15", reden_wijziging="02", einddatum="02-15")

    assert keten.gebroken("TR385") == []
