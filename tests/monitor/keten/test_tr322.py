"""TR322: alle volumes samen passen in de hele toewijzing."""

from __future__ import annotations

TOTAAL = {"frequentie": "6", "eenheid": "82", "volume": 10, "einddatum": "12-31"}


def test_samen_precies_het_totaal_is_goed(keten):
    keten.toewijzing(1, **TOTAAL)
    keten.declaratie(1, volume=6)
    keten.declaratie(2, volume=4)

    assert keten.gebroken("TR322") == []


def test_de_prestatie_die_over_het_totaal_gaat_is_fout(keten):
    keten.toewijzing(1, **TOTAAL)
    keten.declaratie(1, volume=6)
    fout = keten.declaratie(2, volume=5)
    keten.declaratie(1, volume=5, toewijzing_nummer=2)

    assert keten.gebroken("TR322") == [(fout, 1)]


def test_een_gecrediteerde_prestatie_telt_niet_mee(keten):
    keten.toewijzing(1, **TOTAAL)
    eerste = keten.declaratie(1, volume=6)
    keten.antwoord_325(eerste, "02-10")
    keten.credit(eerste, "03-03")
    keten.declaratie(3, volume=10)

    assert keten.gebroken("TR322") == []


def test_een_afgewezen_prestatie_telt_niet_mee(keten):
    keten.toewijzing(1, **TOTAAL)
    keten.keur_af(keten.declaratie(1, volume=6), "02-10")
    keten.declaratie(2, volume=10)

    assert keten.gebroken("TR322") == []


def test_ook_een_oude_declaratie_telt_mee(keten):
    keten.toewijzing(1, **TOTAAL)
    keten.declaratie(1, volume=6, release="2.3")
    fout = keten.declaratie(2, volume=5)

    assert keten.gebroken("TR322") == [(fout, 1)]


def test_per_maand_is_het_totaal_het_aantal_maanden(keten):
    keten.toewijzing(1, frequentie="4", eenheid="82", volume=2, einddatum="02-15")
    keten.declaratie(1, volume=2)
    keten.declaratie(2, volume=2, einddatum="02-15")
    fout = keten.declaratie(2, volume=1, einddatum="02-15", productcode="48B10")

    assert keten.gebroken("TR322") == [(fout, 1)]


def test_zonder_einddatum_telt_de_tijd_tot_en_met_de_prestatie(keten):
    keten.toewijzing(1, frequentie="4", eenheid="82", volume=1)
    keten.declaratie(1, volume=1)
    keten.declaratie(2, volume=1)
    fout = keten.declaratie(2, volume=1, productcode="48B10")

    assert keten.gebroken("TR322") == [(fout, 1)]


def test_uren_en_minuten_worden_samen_geteld(keten):
    keten.toewijzing(1, **TOTAAL | {"eenheid": "04", "volume": 2})
    keten.declaratie(1, volume=1, eenheid="04")
    keten.declaratie(2, volume=60, eenheid="01")
    fout = keten.declaratie(3, volume=1, eenheid="01")

    assert keten.gebroken("TR322") == [(fout, 1)]


def test_wat_een_ander_op_dit_nummer_declareert_telt_niet_mee(keten):
    keten.toewijzing(1, **TOTAAL)
    keten.declaratie(1, volume=6, aanbieder="70000001")
    keten.declaratie(1, volume=6, kind="ander")
    keten.declaratie(2, volume=10)

    assert keten.gebroken("TR322") == []
