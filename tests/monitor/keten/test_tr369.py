"""TR369: wat is gedeclareerd past in het budget."""

from __future__ import annotations

BUDGET = {"budget": 10000, "volume": None, "eenheid": None, "frequentie": None}


def test_samen_precies_het_budget_is_goed(keten):
    keten.toewijzing(1, **BUDGET)
    keten.declaratie(1, bedrag=6000)
    keten.declaratie(2, bedrag=4000)

    assert keten.gebroken("TR369") == []


def test_de_prestatie_die_over_het_budget_gaat_is_fout(keten):
    keten.toewijzing(1, **BUDGET)
    keten.declaratie(1, bedrag=6000)
    fout = keten.declaratie(2, bedrag=4001)
    keten.declaratie(3, bedrag=0)

    assert keten.gebroken("TR369") == [(fout, 1)]


def test_een_gecrediteerde_of_afgewezen_prestatie_telt_niet_mee(keten):
    keten.toewijzing(1, **BUDGET)
    eerste = keten.declaratie(1, bedrag=6000)
    keten.antwoord_325(eerste, "02-10")
    keten.credit(eerste, "03-03")
    keten.keur_af(keten.declaratie(2, bedrag=9000), "03-10")
    keten.declaratie(3, bedrag=10000)

    assert keten.gebroken("TR369") == []


def test_zonder_budget_is_er_geen_grens(keten):
    keten.toewijzing(1)
    keten.declaratie(1, bedrag=99999999)

    assert keten.gebroken("TR369") == []


def test_wat_een_ander_op_dit_nummer_declareert_telt_niet_mee(keten):
    keten.toewijzing(1, budget=10000, einddatum="12-31")
    keten.declaratie(1, aanbieder="70000001")
    keten.declaratie(1, kind="ander")
    keten.declaratie(2, bedrag=10000)

    assert keten.gebroken("TR369") == []
