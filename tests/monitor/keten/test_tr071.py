"""TR071: een start met een stop verwijdert men niet."""

from __future__ import annotations


def test_een_start_zonder_stop_verwijderen_is_goed(keten):
    keten.start(1)
    keten.start(1, op="02-01", status_aanlevering="3")

    assert keten.gebroken("TR071") == []


def test_een_start_met_een_eerdere_stop_verwijderen_is_fout(keten):
    keten.start(1)
    keten.stop(1, op="06-02")
    weg = keten.start(1, op="06-10", status_aanlevering="3")

    assert keten.gebroken("TR071") == [(weg, 1)]


def test_een_stop_die_zelf_is_verwijderd_telt_niet(keten):
    keten.start(1)
    keten.stop(1, op="06-02")
    keten.stop(1, op="06-09", status_aanlevering="3")
    keten.start(1, op="06-10", status_aanlevering="3")

    assert keten.gebroken("TR071") == []


def test_een_stop_die_later_is_gemeld_maakt_de_verwijdering_niet_fout(keten):
    keten.start(1)
    keten.start(1, op="06-01", status_aanlevering="3")
    keten.stop(1, op="06-02")

    assert keten.gebroken("TR071") == []


def test_een_melding_van_een_ander_op_dit_nummer_doet_er_niet_toe(keten):
    keten.start(1)
    keten.stop(1, aanbieder="70000001")
    keten.stop(1, kind="ander")
    keten.start(1, op="07-01", status_aanlevering="3")

    assert keten.gebroken("TR071") == []
