"""TR414: een nieuwe stop ligt niet voor de eerdere."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("einde", ["06-01", "06-02"])
def test_op_of_na_de_tijdelijke_stop_is_goed(keten, einde):
    keten.stop(1, op="06-02", reden_beeindiging="20")
    keten.stop(1, op="07-02", einddatum=einde)

    assert keten.gebroken("TR414") == []


def test_voor_de_tijdelijke_stop_is_fout(keten):
    keten.stop(1, op="06-02", reden_beeindiging="20")
    fout = keten.stop(1, op="07-02", einddatum="05-31")

    assert keten.gebroken("TR414") == [(fout, 1)]


def test_in_een_bericht_geldt_de_eerste_einddatum_als_eerste(keten):
    bericht = keten.stop(1, op="07-02", einddatum="07-01")
    keten.stop(1, bericht=bericht, einddatum="06-01", reden_beeindiging="20")

    assert keten.gebroken("TR414") == []


def test_een_melding_van_een_ander_op_dit_nummer_doet_er_niet_toe(keten):
    keten.stop(1, aanbieder="70000001")
    keten.stop(1, kind="ander")
    keten.stop(1, op="07-02", einddatum="05-01")

    assert keten.gebroken("TR414") == []
