"""TR382: een stop herhaalt de gegevens van de start."""

from __future__ import annotations

import pytest


def test_een_stop_op_een_start_is_goed(keten):
    keten.start(1)
    keten.stop(1)

    assert keten.gebroken("TR382") == []


@pytest.mark.parametrize(
    "anders", [{"begindatum": "01-02"}, {"productcode": None}, {"productcategorie": "45"}], ids=str
)
def test_een_stop_met_een_ander_gegeven_is_fout(keten, anders):
    keten.start(1)
    fout = keten.stop(1, **anders)

    assert keten.gebroken("TR382") == [(fout, 1)]


def test_ook_taakgericht(keten):
    keten.start(None, productcode=None)
    keten.stop(None, productcode=None)
    fout = keten.stop(None, productcode=None, begindatum="02-01")

    assert keten.gebroken("TR382") == [(fout, 1)]


def test_een_start_die_voor_de_stop_is_verwijderd_is_er_niet(keten):
    keten.start(1)
    keten.start(1, op="02-01", status_aanlevering="3")
    fout = keten.stop(1, op="06-02")

    assert keten.gebroken("TR382") == [(fout, 1)]


def test_een_start_die_na_de_stop_is_verwijderd_was_er_toen(keten):
    keten.start(1)
    keten.stop(1, op="06-02")
    keten.start(1, op="06-10", status_aanlevering="3")

    assert keten.gebroken("TR382") == []


def test_een_stop_die_is_verwijderd_wordt_niet_beoordeeld(keten):
    keten.stop(1)
    keten.stop(1, op="06-09", status_aanlevering="3")

    assert keten.gebroken("TR382") == []


def test_een_verwijdering_door_een_ander_haalt_de_start_niet_weg(keten):
    keten.start(1)
    keten.start(1, op="01-03", aanbieder="70000001", status_aanlevering="3")
    keten.stop(1)

    assert keten.gebroken("TR382") == []
