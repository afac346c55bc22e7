"""TR318: declaratieperioden sluiten aan zolang er zorg is."""

from __future__ import annotations


def test_maand_na_maand_is_goed(keten):
    keten.declaratie(1)
    keten.declaratie(2)

    assert keten.gebroken("TR318") == []


def test_een_maand_zonder_zorg_mag_ontbreken(keten):
    keten.declaratie(1)
    keten.declaratie(3)

    assert keten.gebroken("TR318") == []


def test_een_overgeslagen_maand_met_zorg_is_fout(keten):
    keten.declaratie(1)
    sprong = keten.declaratie(3)
    keten.declaratie(3, bericht=sprong, begindatum="02-01", einddatum="02-28")

    assert keten.gebroken("TR318") == [(sprong, 0)]


def test_voor_de_eerste_declaratie_is_er_geen_gat(keten):
    eerste = keten.declaratie(3)
    keten.declaratie(3, bericht=eerste, begindatum="02-01", einddatum="02-28")

    assert keten.gebroken("TR318") == []


def test_een_geheel_afgewezen_declaratie_vult_geen_gat(keten):
    keten.declaratie(1)
    keten.antwoord_325(keten.declaratie(2), "03-05", retourcodes_klasse="9333")
    sprong = keten.declaratie(3)
    keten.declaratie(3, bericht=sprong, begindatum="02-01", einddatum="02-28")

    assert keten.gebroken("TR318") == [(sprong, 0)]
