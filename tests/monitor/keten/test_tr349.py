"""TR349: een 317 noemt alle toewijzingen die lopen of komen."""

from __future__ import annotations


def test_alles_genoemd_is_goed(keten):
    keten.toewijzing(1)
    keten.toewijzing(2, ingangsdatum="06-01")
    verzoek = keten.wijziging("wijzigen", 1)
    keten.wijziging("ongewijzigd", 2, bericht=verzoek)

    assert keten.gebroken("TR349") == []


def test_een_vergeten_toewijzing_is_fout(keten):
    keten.toewijzing(1)
    keten.toewijzing(2, ingangsdatum="06-01")
    verzoek = keten.wijziging("wijzigen", 1)

    assert keten.gebroken("TR349") == [(verzoek, 1)]


def test_wat_voorbij_verwijderd_of_van_een_ander_is_hoeft_er_niet_in(keten):
    keten.toewijzing(1)
    keten.toewijzing(2, einddatum="02-28")
    keten.toewijzing(3, reden_wijziging="13", einddatum="01-01")
    keten.toewijzing(4, kind="ander")
    keten.toewijzing(5, aanbieder="70000001")
    keten.wijziging("wijzigen", 1, op="03-01")

    assert keten.gebroken("TR349") == []


def test_wat_op_de_dag_van_het_verzoek_nog_niet_bekend_was_hoeft_er_niet_in(keten):
    keten.toewijzing(1)
    keten.wijziging("wijzigen", 1, op="03-01")
    keten.toewijzing(2, op="03-01")

    assert keten.gebroken("TR349") == []


def test_wat_op_de_dag_van_het_verzoek_is_ingetrokken_hoeft_er_niet_in(keten):
    keten.toewijzing(1)
    keten.toewijzing(2)
    keten.toewijzing(3)
    keten.toewijzing(2, op="03-01", einddatum="02-28", reden_wijziging="05")
    keten.toewijzing(3, op="03-01", einddatum="01-01", reden_wijziging="13")
    keten.wijziging("wijzigen", 1, op="03-01")

    assert keten.gebroken("TR349") == []
