"""TR365: een tweede 319 volgt alleen op 'in onderzoek'."""

from __future__ import annotations


def test_een_afwijzing_na_in_onderzoek_is_goed(keten):
    keten.antwoord("ref1", "2", op="01-05")
    keten.antwoord("ref1", "1", op="01-20")

    assert keten.gebroken("TR365") == []


def test_een_antwoord_na_een_afwijzing_is_fout(keten):
    keten.antwoord("ref1", "1", op="01-05")
    fout = keten.antwoord("ref1", "1", op="01-20")
    keten.antwoord("ref2", "1", op="01-20")

    assert keten.gebroken("TR365") == [(fout, 1)]


def test_een_afgekeurde_319_was_er_niet(keten):
    keten.retour(keten.antwoord("ref1", "1", op="01-05"))
    keten.antwoord("ref1", "1", op="01-20")

    assert keten.gebroken("TR365") == []
