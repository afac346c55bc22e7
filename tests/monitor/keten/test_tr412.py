"""TR412: voor een toewijzing zonder productcode vraagt men geen omvang."""

from __future__ import annotations

from paraplu.monitor.keten.regel import ketenregels


def test_voor_een_toewijzing_met_product_en_code_mag_een_omvang(keten):
    keten.toewijzing(1)
    keten.wijziging("wijzigen", 1)

    assert keten.gebroken("TR412") == []


def test_een_budget_is_goed(keten):
    keten.toewijzing(1, productcode=None)
    keten.wijziging("wijzigen", 1, volume=None, eenheid=None, frequentie=None, budget=1)

    assert keten.gebroken("TR412") == []


def test_niet_elke_toewijzing_zonder_productcode_heeft_een_budget(keten):
    keten.toewijzing(1, productcode=None, volume=None, eenheid=None, frequentie=None)
    keten.wijziging("wijzigen", 1, volume=None, eenheid=None, frequentie=None)

    assert keten.gebroken("TR412") == []
    assert "en vraag een budget" not in ketenregels()["TR412"].remedie


def test_een_omvang_is_fout(keten):
    keten.toewijzing(1, productcode=None)
    fout = keten.wijziging("wijzigen", 1)

    assert keten.gebroken("TR412") == [(fout, 1)]


def test_een_toewijzing_die_uiterlijk_in_2020_eindigt_mag_een_omvang_hebben(keten):
    oud = {"op": "2020-01-01", "ingangsdatum": "2020-01-01"}
    keten.toewijzing(1, einddatum="2020-12-31", **oud, productcode=None)
    keten.toewijzing(2, einddatum="2021-01-01", **oud, productcode=None)
    keten.wijziging("wijzigen", 1, op="2020-06-01")
    fout = keten.wijziging("wijzigen", 2, op="2020-06-01")

    assert keten.gebroken("TR412") == [(fout, 1)]
