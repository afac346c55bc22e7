"""TR339: de categorie van een prestatie is die van de toewijzing."""

from __future__ import annotations


def test_gelijk_aan_de_toewijzing_is_goed(keten):
    keten.toewijzing(1, productcategorie="48")
    keten.declaratie(1, productcategorie="48")

    assert keten.gebroken("TR339") == []


def test_anders_dan_de_toewijzing_is_fout(keten):
    keten.toewijzing(1, productcategorie="48")
    fout = keten.declaratie(1, productcategorie="45")

    assert keten.gebroken("TR339") == [(fout, 1)]


def test_een_toewijzing_waarin_dit_leeg_is_laat_alles_toe(keten):
    keten.toewijzing(1, productcategorie=None)
    keten.declaratie(1, productcategorie="45")

    assert keten.gebroken("TR339") == []


def test_het_nummer_van_een_ander_kind_is_een_andere_fout(keten):
    keten.toewijzing(1, productcategorie="48", kind="ander")
    keten.declaratie(1, productcategorie="45")

    assert keten.gebroken("TR339") == []
