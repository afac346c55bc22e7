"""TR074: elke melding komt één keer."""

from __future__ import annotations


def test_twee_verschillende_starts_zijn_goed(keten):
    keten.start(1)
    keten.start(1, op="07-02", begindatum="07-01")

    assert keten.gebroken("TR074") == []


def test_dezelfde_start_of_stop_nog_eens_melden_is_fout(keten):
    keten.start(1)
    start = keten.start(1, op="01-09")
    keten.stop(1)
    stop = keten.stop(1, op="06-09")

    assert keten.gebroken("TR074") == [(start, 1), (stop, 1)]


def test_twee_keer_in_een_bericht_is_fout_bij_de_tweede_regel(keten):
    bericht = keten.start(1)
    keten.start(1, bericht=bericht)

    assert keten.gebroken("TR074") == [(bericht, 2)]


def test_na_verwijderen_mag_de_melding_opnieuw(keten):
    keten.start(1)
    keten.start(1, op="01-09", status_aanlevering="3")
    keten.start(1, op="01-10")

    assert keten.gebroken("TR074") == []


def test_een_afgekeurde_melding_was_er_niet(keten):
    keten.retour(keten.start(1))
    keten.start(1, op="01-09")

    assert keten.gebroken("TR074") == []


def test_een_ander_product_is_een_andere_melding(keten):
    keten.start(None)
    keten.start(None, productcode=None)

    assert keten.gebroken("TR074") == []


def test_een_melding_van_een_ander_op_dit_nummer_doet_er_niet_toe(keten):
    keten.start(1, aanbieder="70000001")
    keten.start(1, kind="ander")
    keten.start(1, op="01-03")

    assert keten.gebroken("TR074") == []
