"""TR415: na een definitieve stop komt geen andere."""

from __future__ import annotations


def test_een_definitieve_na_een_tijdelijke_is_goed_ook_op_dezelfde_dag(keten):
    bericht = keten.stop(1, reden_beeindiging="20")
    keten.stop(1, bericht=bericht)

    assert keten.gebroken("TR415") == []


def test_een_stop_na_een_definitieve_is_fout(keten):
    keten.stop(1, op="06-02")
    een = keten.stop(1, op="07-02", einddatum="07-01")
    twee = keten.stop(1, op="08-02", einddatum="08-01", reden_beeindiging="20")

    assert keten.gebroken("TR415") == [(een, 1), (twee, 1)]


def test_na_verwijderen_mag_een_nieuwe(keten):
    keten.stop(1, op="06-02")
    keten.stop(1, op="06-09", status_aanlevering="3")
    keten.stop(1, op="06-09", einddatum="06-08")

    assert keten.gebroken("TR415") == []


def test_dezelfde_stop_nog_eens_is_een_andere_regel(keten):
    keten.stop(1, op="06-02")
    keten.stop(1, op="06-09")

    assert keten.gebroken("TR415") == []


def test_een_melding_van_een_ander_op_dit_nummer_doet_er_niet_toe(keten):
    keten.stop(1, aanbieder="70000001")
    keten.stop(1, kind="ander")
    keten.stop(1, op="07-02", einddatum="07-01")

    assert keten.gebroken("TR415") == []
