"""TR359: na een toewijzing komt geen 319 meer."""

from __future__ import annotations


def test_eerst_in_onderzoek_en_dan_de_toewijzing_is_goed(keten):
    keten.antwoord("ref1", "2", op="01-05")
    keten.toewijzing(1, op="01-20", referentie_aanbieder="ref1")

    assert keten.gebroken("TR359") == []


def test_een_319_na_de_toewijzing_is_fout(keten):
    keten.toewijzing(1, op="01-05", referentie_aanbieder="ref1")
    fout = keten.antwoord("ref1", "1", op="01-06")
    keten.antwoord("ref2", "1", op="01-06")

    assert keten.gebroken("TR359") == [(fout, 1)]


def test_een_afgekeurde_toewijzing_was_er_niet(keten):
    keten.retour(keten.toewijzing(1, op="01-05", referentie_aanbieder="ref1"))
    keten.antwoord("ref1", "1", op="01-06")

    assert keten.gebroken("TR359") == []
