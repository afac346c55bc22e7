"""TR332: een toewijzingnummer is van één toewijzing."""

from __future__ import annotations

import pytest


def test_een_nieuwe_versie_houdt_haar_nummer(keten):
    keten.toewijzing(1)
    keten.toewijzing(1, op="02-01", einddatum="06-30", reden_wijziging="02")

    assert keten.gebroken("TR332") == []


@pytest.mark.parametrize(
    "anders",
    [
        {"kind": "ander"},
        {"aanbieder": "70000001"},
        {"productcode": "48A02"},
        {"productcode": None},
        {"productcategorie": "45"},
    ],
    ids=str,
)
def test_een_ander_kind_aanbieder_of_product_met_hetzelfde_nummer_is_fout(keten, anders):
    keten.toewijzing(1)
    fout = keten.toewijzing(1, op="02-01", **anders)

    assert keten.gebroken("TR332") == [(fout, 1)]


def test_een_andere_gemeente_mag_hetzelfde_nummer_geven(keten):
    keten.toewijzing(1)
    keten.toewijzing(1, gemeente="0202", kind="ander")

    assert keten.gebroken("TR332") == []
