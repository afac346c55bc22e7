"""TR357: een wijziging gaat in op een dag die nog komt, of op de oude ingangsdatum."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("ingang", ["01-01", "03-02"])
def test_de_oude_ingangsdatum_of_een_latere_dag_is_goed(keten, ingang):
    keten.toewijzing(1, ingangsdatum="01-01")
    keten.wijziging("wijzigen", 1, op="03-01", ingangsdatum=ingang)

    assert keten.gebroken("TR357") == []


@pytest.mark.parametrize("ingang", ["2022-12-31", "01-02", "03-01"])
def test_een_andere_dag_tot_en_met_de_dagtekening_is_fout(keten, ingang):
    keten.toewijzing(1, ingangsdatum="01-01")
    fout = keten.wijziging("wijzigen", 1, op="03-01", ingangsdatum=ingang)

    assert keten.gebroken("TR357") == [(fout, 1)]
