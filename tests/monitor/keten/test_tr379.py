"""TR379: een ReferentieAanbieder in een 301 hoort bij een verzoek, één keer."""

from __future__ import annotations


def test_de_referentie_van_een_verzoek_is_goed(keten):
    keten.verzoek("ref1")
    keten.toewijzing(1, referentie_aanbieder="ref1")
    keten.toewijzing(1, op="02-01")

    assert keten.gebroken("TR379") == []


def test_een_referentie_zonder_verzoek_is_fout(keten):
    keten.verzoek("ref1", aanbieder="70000001")
    fout = keten.toewijzing(1, referentie_aanbieder="ref1")

    assert keten.gebroken("TR379") == [(fout, 1)]


def test_dezelfde_referentie_nog_eens_bij_dezelfde_toewijzing_is_fout(keten):
    keten.verzoek("ref1")
    keten.toewijzing(1, referentie_aanbieder="ref1")
    fout = keten.toewijzing(1, op="02-01", referentie_aanbieder="ref1")

    assert keten.gebroken("TR379") == [(fout, 1)]


def test_na_een_317_hebben_alle_toewijzingen_dezelfde_referentie(keten):
    keten.wijziging("wijzigen", referentie_aanbieder="ref1")
    bericht = keten.toewijzing(1, op="03-05", referentie_aanbieder="ref1")
    keten.toewijzing(2, bericht=bericht, referentie_aanbieder="ref1")

    assert keten.gebroken("TR379") == []
