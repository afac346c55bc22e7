"""TR347: een ReferentieAanbieder is van één verzoek."""

from __future__ import annotations


def test_eigen_referenties_zijn_goed(keten):
    keten.verzoek("ref1")
    keten.verzoek("ref2")

    assert keten.gebroken("TR347") == []


def test_dezelfde_referentie_in_een_later_verzoek_is_fout(keten):
    bericht = keten.verzoek("ref2", op="01-01")
    later = keten.verzoek("ref3", op="02-01")
    keten.verzoek("ref2", bericht=later, gemeente="0202")

    assert bericht < later
    assert keten.gebroken("TR347") == [(later, 2)]


def test_ook_een_317_met_de_referentie_van_een_315(keten):
    keten.verzoek("ref1")
    later = keten.wijziging("wijzigen", op="03-01")
    keten.wijziging("ongewijzigd", 2, bericht=later)

    assert keten.gebroken("TR347") == [(later, 1)]


def test_een_andere_aanbieder_mag_dezelfde_referentie_gebruiken(keten):
    keten.verzoek("ref1")
    keten.verzoek("ref1", aanbieder="70000001")

    assert keten.gebroken("TR347") == []


def test_een_afgekeurd_verzoek_was_er_niet(keten):
    keten.retour(keten.verzoek("ref1"))
    keten.verzoek("ref1", op="01-05")

    assert keten.gebroken("TR347") == []
