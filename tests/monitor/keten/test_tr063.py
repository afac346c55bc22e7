"""TR063: verwijderen kan alleen wat eerder is gemeld."""

from __future__ import annotations

from tests.monitor.keten.keten import dag


def test_een_gemelde_start_verwijderen_is_goed(keten):
    keten.start(1)
    keten.start(1, op="01-09", status_aanlevering="3")

    assert keten.gebroken("TR063") == []


def test_verwijderen_wat_niet_is_gemeld_is_fout(keten):
    start = keten.start(1, status_aanlevering="3")
    keten.stop(1, einddatum="06-01")
    stop = keten.stop(1, einddatum="06-30", status_aanlevering="3")

    assert keten.gebroken("TR063") == [(start, 1), (stop, 1)]


def test_twee_keer_verwijderen_wat_een_keer_is_gemeld_is_fout(keten):
    keten.start(1)
    keten.start(1, op="01-09", status_aanlevering="3")
    tweede = keten.start(1, op="01-10", status_aanlevering="3")

    assert keten.gebroken("TR063") == [(tweede, 1)]


def test_de_volgorde_van_ontvangst_heeft_geen_betekenis(keten):
    weg = keten.start(1, op="01-09", status_aanlevering="3")
    keten.start(1, op="01-20")

    assert keten.gebroken("TR063") == []
    assert keten.gebroken("TR063", op=dag("01-09")) == [(weg, 1)]


def test_een_melding_over_een_ander_kind_is_een_andere_melding(keten):
    keten.start(1)
    fout = keten.start(1, op="02-01", status_aanlevering="3", kind="ander")

    assert keten.gebroken("TR063") == [(fout, 1)]
