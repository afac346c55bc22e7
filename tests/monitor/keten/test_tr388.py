"""TR388: een prestatie eindigt op de laatste dag van de maand of van de toewijzing."""

from __future__ import annotations


def test_de_laatste_van_de_maand_is_goed(keten):
    keten.toewijzing(1)
    keten.declaratie(2)
    keten.toewijzing(2, op="2024-01-01", ingangsdatum="2024-01-01")
    keten.declaratie(
        2, toewijzing_nummer=2, op="2024-03-01", begindatum="2024-02-01", einddatum="2024-02-29"
    )

    assert keten.gebroken("TR388") == []


def test_de_einddatum_is_goed_als_die_eerder_is(keten):
    keten.toewijzing(1, einddatum="02-15")
    keten.declaratie(2, einddatum="02-15")

    assert keten.gebroken("TR388") == []


def test_een_andere_dag_of_een_tweede_maand_is_fout(keten):
    keten.toewijzing(1)
    keten.toewijzing(2, einddatum="02-15")
    een = keten.declaratie(2, einddatum="02-27")
    twee = keten.declaratie(2, einddatum="02-14", toewijzing_nummer=2)
    drie = keten.declaratie(3, begindatum="02-01")

    assert keten.gebroken("TR388") == [(een, 1), (twee, 1), (drie, 1)]
