"""TR413: na een tijdelijke stop komt geen tweede tijdelijke."""

from __future__ import annotations


def test_een_definitieve_na_een_tijdelijke_is_goed(keten):
    keten.stop(1, op="06-02", reden_beeindiging="20")
    keten.stop(1, op="07-02", einddatum="07-01")

    assert keten.gebroken("TR413") == []


def test_een_tweede_tijdelijke_op_dezelfde_start_is_fout(keten):
    keten.stop(1, op="06-02", reden_beeindiging="20")
    fout = keten.stop(1, op="07-02", einddatum="07-01", reden_beeindiging="20")

    assert keten.gebroken("TR413") == [(fout, 1)]


def test_op_een_nieuwe_start_mag_weer_een_tijdelijke(keten):
    keten.stop(1, op="06-02", reden_beeindiging="20")
    keten.stop(1, op="08-02", begindatum="07-01", einddatum="08-01", reden_beeindiging="20")

    assert keten.gebroken("TR413") == []


def test_een_verwijderde_stop_telt_niet(keten):
    keten.stop(1, op="06-02", reden_beeindiging="20")
    keten.stop(1, op="06-09", reden_beeindiging="20", status_aanlevering="3")
    keten.stop(1, op="07-02", einddatum="07-01", reden_beeindiging="20")

    assert keten.gebroken("TR413") == []


def test_een_melding_van_een_ander_op_dit_nummer_doet_er_niet_toe(keten):
    keten.stop(1, reden_beeindiging="20", aanbieder="70000001")
    keten.stop(1, reden_beeindiging="20", kind="ander")
    keten.stop(1, op="07-02", einddatum="07-01", reden_beeindiging="20")

    assert keten.gebroken("TR413") == []
