"""TR019: een start of stop hoort bij een toewijzing."""

from __future__ import annotations


def test_een_start_op_een_toewijzing_is_goed(keten):
    keten.toewijzing(1)
    keten.start(1)
    keten.stop(1)

    assert keten.gebroken("TR019") == []


def test_een_start_of_stop_zonder_toewijzing_is_fout(keten):
    keten.toewijzing(1)
    start = keten.start(2)
    stop = keten.stop(2)

    assert keten.gebroken("TR019") == [(start, 1), (stop, 1)]


def test_een_toewijzing_van_een_ander_kind_of_een_andere_aanbieder_is_geen_toewijzing(keten):
    keten.toewijzing(1, kind="ander")
    keten.toewijzing(2, aanbieder="70000001")
    starts = [keten.start(1), keten.start(2)]

    assert keten.gebroken("TR019") == [(start, 1) for start in starts]


def test_taakgericht_heeft_geen_toewijzing_nodig(keten):
    keten.start(None)

    assert keten.gebroken("TR019") == []


def test_een_later_verwijderde_toewijzing_is_geen_fout_van_de_aanbieder(keten):
    keten.toewijzing(1)
    keten.start(1, op="02-01")
    keten.toewijzing(1, op="02-02", reden_wijziging="13")

    assert keten.gebroken("TR019") == []


def test_een_eerder_verwijderde_toewijzing_is_er_niet(keten):
    keten.toewijzing(1)
    keten.toewijzing(1, op="02-02", reden_wijziging="13")
    start = keten.start(1, op="02-03")

    assert keten.gebroken("TR019") == [(start, 1)]


def test_een_toewijzing_die_later_komt_maakt_de_start_goed(keten):
    start = keten.start(1, op="01-02")
    keten.toewijzing(1, op="02-01")

    assert keten.gebroken("TR019") == []
    assert keten.gebroken("TR019", op=keten.koppen[start]["dagtekening"]) == [(start, 1)]


def test_een_melding_over_het_verkeerde_kind_telt_niet_meer_als_zij_is_verwijderd(keten):
    keten.toewijzing(1)
    keten.start(1, kind="ander")
    keten.start(1, op="01-03", kind="ander", status_aanlevering="3")
    keten.start(1, op="01-03")

    assert keten.gebroken("TR019") == []
