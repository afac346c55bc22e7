"""TR390: een prestatie wordt één keer gecrediteerd."""

from __future__ import annotations


def test_een_keer_crediteren_is_goed(keten):
    een, twee = keten.declaratie(1), keten.declaratie(2)
    keten.credit(een, "03-03")
    keten.credit(twee, "04-03")

    assert keten.gebroken("TR390") == []


def test_nog_eens_crediteren_is_fout(keten):
    debet = keten.declaratie(1)
    keten.credit(debet, "03-03")
    fout = keten.credit(debet, "04-03")

    assert keten.gebroken("TR390") == [(fout, 1)]


def test_na_een_afgewezen_credit_mag_het_opnieuw(keten):
    debet = keten.declaratie(1)
    keten.keur_af(keten.credit(debet, "03-03"), "03-10")
    keten.credit(debet, "04-03")

    assert keten.gebroken("TR390") == []
