"""TR373: een ander budget of totaal geldt vanaf de ingangsdatum van de toewijzing."""

from __future__ import annotations

import pytest

BUDGET = {"budget": 10000, "volume": None, "eenheid": None, "frequentie": None}
TOTAAL = {"volume": 10, "eenheid": "82", "frequentie": "6"}


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (BUDGET, BUDGET | {"budget": 20000, "ingangsdatum": "01-01"}),
        (BUDGET, BUDGET | {"ingangsdatum": "05-01"}),
        (TOTAAL, TOTAAL | {"volume": 20, "ingangsdatum": "01-01"}),
        ({}, {"volume": 9, "ingangsdatum": "05-01"}),
    ],
)
def test_de_oude_ingangsdatum_of_een_ander_soort_wijziging_is_goed(keten, oud, nieuw):
    keten.toewijzing(1, **oud)
    keten.wijziging("wijzigen", 1, **nieuw)

    assert keten.gebroken("TR373") == []


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [(BUDGET, BUDGET | {"budget": 20000}), ({}, BUDGET), (TOTAAL, TOTAAL | {"volume": 20})],
)
def test_een_ander_budget_of_totaal_vanaf_een_latere_dag_is_fout(keten, oud, nieuw):
    keten.toewijzing(1, **oud)
    fout = keten.wijziging("wijzigen", 1, **nieuw | {"ingangsdatum": "05-01"})

    assert keten.gebroken("TR373") == [(fout, 1)]
