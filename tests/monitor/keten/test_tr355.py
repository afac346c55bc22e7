"""TR355: een 319 antwoordt op een verzoek."""

from __future__ import annotations


def test_een_antwoord_op_een_315_of_317_is_goed(keten):
    keten.verzoek("R1")
    keten.antwoord("R1")
    keten.wijziging("wijzigen", referentie_aanbieder="R2")
    keten.antwoord("R2", op="03-05")

    assert keten.gebroken("TR355") == []


def test_een_onbekende_referentie_is_fout(keten):
    keten.verzoek("R1")
    fout = keten.antwoord("R2")
    ander = keten.antwoord("R1", aanbieder="70000001")

    assert keten.gebroken("TR355") == [(fout, 1), (ander, 1)]


def test_een_afgekeurd_verzoek_was_er_niet(keten):
    keten.retour(keten.verzoek("R1"))
    fout = keten.antwoord("R1")

    assert keten.gebroken("TR355") == [(fout, 1)]
