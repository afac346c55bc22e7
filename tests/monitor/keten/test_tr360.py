"""TR360: 'in onderzoek' is het eerste antwoord."""

from __future__ import annotations


def test_in_onderzoek_als_eerste_is_goed(keten):
    keten.antwoord("ref1", "2", op="01-05")
    keten.antwoord("ref1", "1", op="01-20")

    assert keten.gebroken("TR360") == []


def test_twee_keer_in_onderzoek_is_fout(keten):
    keten.antwoord("ref1", "2", op="01-05")
    fout = keten.antwoord("ref1", "2", op="01-20")

    assert keten.gebroken("TR360") == [(fout, 1)]


def test_in_onderzoek_na_een_afwijzing_is_fout(keten):
    keten.antwoord("ref1", "1", op="01-05")
    fout = keten.antwoord("ref1", "2", op="01-20")
    keten.antwoord("ref2", "2", op="01-20")

    assert keten.gebroken("TR360") == [(fout, 1)]


def test_op_een_dag_geldt_in_onderzoek_als_eerste(keten):
    keten.antwoord("ref1", "1", op="01-05")
    keten.antwoord("ref1", "2", op="01-05")

    assert keten.gebroken("TR360") == []
