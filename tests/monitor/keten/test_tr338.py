"""TR338: een prestatie hoort bij een toewijzing."""

from __future__ import annotations


def test_een_prestatie_op_een_toewijzing_is_goed(keten):
    keten.toewijzing(1)
    keten.declaratie(1)

    assert keten.gebroken("TR338") == []


def test_een_onbekend_nummer_is_fout(keten):
    keten.toewijzing(1)
    fout = keten.declaratie(1, toewijzing_nummer=2)

    assert keten.gebroken("TR338") == [(fout, 1)]


def test_de_toewijzing_van_een_ander_kind_is_fout(keten):
    keten.toewijzing(1)
    bericht = keten.declaratie(1)
    keten.declaratie(1, bericht=bericht, kind="ander")

    assert keten.gebroken("TR338") == [(bericht, 2)]


def test_een_start_is_niet_nodig(keten):
    """OP364: een declaratie valt niet op een start of stop die er niet is."""
    keten.toewijzing(1)
    keten.declaratie(1)
    keten.stop(1, einddatum="01-10")

    assert keten.toetsing().bevindingen(["TR307", "TR308", "TR338"]).num_rows == 0


def test_een_afgekeurde_toewijzing_is_er_niet(keten):
    keten.retour(keten.toewijzing(1))
    fout = keten.declaratie(1)

    assert keten.gebroken("TR338") == [(fout, 1)]
