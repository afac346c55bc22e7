"""TR387: een prestatie begint op de eerste dag van de maand of van de toewijzing."""

from __future__ import annotations


def test_de_eerste_van_de_maand_is_goed(keten):
    keten.toewijzing(1)
    keten.declaratie(2)

    assert keten.gebroken("TR387") == []


def test_de_ingangsdatum_is_goed_als_die_later_in_de_maand_is(keten):
    keten.toewijzing(1, ingangsdatum="02-15")
    keten.declaratie(2, begindatum="02-15")

    assert keten.gebroken("TR387") == []


def test_een_andere_dag_is_fout(keten):
    keten.toewijzing(1)
    keten.toewijzing(2, ingangsdatum="02-15")
    een = keten.declaratie(2, begindatum="02-02")
    twee = keten.declaratie(2, begindatum="02-16", toewijzing_nummer=2)

    assert keten.gebroken("TR387") == [(een, 1), (twee, 1)]
