"""TR355: een 319 antwoordt op een verzoek."""

from __future__ import annotations


def test_een_antwoord_op_een_315_of_317_is_goed(keten):
    keten.verzoek("ref1")
    keten.antwoord("ref1")
    keten.wijziging("wijzigen", referentie_aanbieder="ref2")
    keten.antwoord("ref2", op="03-05")

    assert keten.gebroken("TR355") == []


def test_een_onbekende_referentie_is_fout(keten):
    keten.verzoek("ref1")
    fout = keten.antwoord("ref2")
    ander = keten.antwoord("ref1", aanbieder="70000001")

    assert keten.gebroken("TR355") == [(fout, 1), (ander, 1)]


def test_een_afgekeurd_verzoek_was_er_niet(keten):
    keten.retour(keten.verzoek("ref1"))
    fout = keten.antwoord("ref1")

    assert keten.gebroken("TR355") == [(fout, 1)]
