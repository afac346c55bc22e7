"""TR351: een te wijzigen product wijst naar een toewijzing die loopt of komt."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("dagen", [{}, {"einddatum": "03-01"}, {"ingangsdatum": "09-01"}], ids=str)
def test_een_toewijzing_die_loopt_of_komt_is_goed(keten, dagen):
    keten.toewijzing(1, **dagen)
    keten.wijziging("wijzigen", 1, op="03-01")

    assert keten.gebroken("TR351") == []


@pytest.mark.parametrize(
    "anders",
    [
        {"einddatum": "02-28"},
        {"reden_wijziging": "13"},
        {"kind": "ander"},
        {"aanbieder": "70000001"},
    ],
    ids=str,
)
def test_voorbij_verwijderd_of_van_een_ander_is_fout(keten, anders):
    keten.toewijzing(1, **anders)
    fout = keten.wijziging("wijzigen", 1, op="03-01")

    assert keten.gebroken("TR351") == [(fout, 1)]


def test_wat_de_gemeente_later_introk_liep_toen_nog(keten):
    keten.toewijzing(1)
    keten.wijziging("wijzigen", 1, op="03-01")
    keten.toewijzing(1, op="03-02", einddatum="02-01", reden_wijziging="02")

    assert keten.gebroken("TR351") == []


def test_een_ander_soort_regel_is_van_een_andere_regel(keten):
    keten.wijziging("nieuw", None, op="03-01")

    assert keten.gebroken("TR351") == []
