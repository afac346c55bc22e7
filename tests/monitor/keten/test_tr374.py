"""TR374: een verzoek volgt pas als het vorige is afgehandeld."""

from __future__ import annotations


def test_een_verzoek_na_een_toewijzing_of_afwijzing_is_goed(keten):
    keten.verzoek("ref1", op="01-01")
    keten.toewijzing(1, op="01-05", referentie_aanbieder="ref1")
    keten.verzoek("ref2", op="01-05")
    keten.antwoord("ref2", "1", op="01-08")
    keten.wijziging("wijzigen", 1, op="02-01", referentie_aanbieder="ref3")

    assert keten.gebroken("TR374") == []


def test_een_verzoek_zolang_er_een_loopt_is_fout(keten):
    keten.verzoek("ref1", op="01-01")
    fout = keten.verzoek("ref2", op="01-05")

    assert keten.gebroken("TR374") == [(fout, 1)]


def test_in_onderzoek_is_nog_niet_afgehandeld(keten):
    keten.verzoek("ref1", op="01-01")
    keten.antwoord("ref1", "2", op="01-03")
    fout = keten.verzoek("ref2", op="01-05")
    keten.antwoord("ref1", "1", op="01-06")

    assert keten.gebroken("TR374") == [(fout, 1)]


def test_elk_product_van_een_315_moet_zijn_afgehandeld(keten):
    eerste = keten.verzoek("ref1", op="01-01")
    keten.verzoek("ref2", bericht=eerste)
    keten.antwoord("ref1", "1", op="01-03")
    fout = keten.verzoek("ref3", op="01-05")

    assert keten.gebroken("TR374") == [(fout, 1)]


def test_een_afgekeurd_verzoek_loopt_niet(keten):
    keten.retour(keten.verzoek("ref1", op="01-01"))
    keten.verzoek("ref2", op="01-05")

    assert keten.gebroken("TR374") == []


def test_een_ander_kind_gemeente_of_aanbieder_staat_erbuiten(keten):
    keten.verzoek("ref1")
    keten.verzoek("ref2", kind="ander")
    keten.verzoek("ref3", gemeente="0202")
    keten.verzoek("ref4", aanbieder="70000001")

    assert keten.gebroken("TR374") == []
