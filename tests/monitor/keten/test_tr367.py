"""TR367: een 325 herhaalt de prestatie zoals zij is gedeclareerd."""

from __future__ import annotations

import pytest


def test_gelijke_waarden_zijn_goed(keten):
    keten.keur_af(keten.declaratie(1), "02-10")

    assert keten.gebroken("TR367") == []


@pytest.mark.parametrize(
    "anders",
    [
        {"toewijzing_nummer": 2},
        {"productcategorie": "45"},
        {"productcode": "48A02"},
        {"begindatum": "01-02"},
        {"einddatum": "01-30"},
        {"volume": 2},
        {"eenheid": "84"},
        {"tarief": 5001},
        {"tarief": None},
        {"bedrag": -5000},
    ],
    ids=str,
)
def test_een_andere_waarde_is_fout(keten, anders):
    fout = keten.keur_af(keten.declaratie(1), "02-10", **anders)

    assert keten.gebroken("TR367") == [(fout, 1)]


def test_een_rij_van_voor_deze_kolommen_wordt_niet_vergeleken_op_wat_zij_niet_heeft(keten):
    leeg = dict.fromkeys(("begindatum", "einddatum", "volume", "eenheid", "tarief"))
    keten.keur_af(keten.declaratie(1), "02-10", **leeg)
    fout = keten.keur_af(keten.declaratie(2), "03-10", **leeg, bedrag=1)

    assert keten.gebroken("TR367") == [(fout, 1)]
