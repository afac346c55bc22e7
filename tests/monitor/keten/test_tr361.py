"""TR361: een 317 vraagt geen product dat het kind dan al heeft."""

from __future__ import annotations

import pytest


def nieuw_naast(keten, toegewezen, gevraagd):
    keten.toewijzing(1, **{"einddatum": "12-31"} | toegewezen)
    verzoek = keten.wijziging("ongewijzigd", 1)
    keten.wijziging("nieuw", None, bericht=verzoek, **gevraagd)
    return verzoek


@pytest.mark.parametrize(
    ("toegewezen", "gevraagd"),
    [
        ({}, {"productcode": "48B10"}),
        ({"einddatum": "04-30"}, {"ingangsdatum": "05-01"}),
        ({"productcode": None}, {"productcategorie": "45", "productcode": None}),
        ({"kind": "ander"}, {}),
    ],
    ids=str,
)
def test_een_ander_product_of_een_periode_die_aansluit_is_goed(keten, toegewezen, gevraagd):
    nieuw_naast(keten, toegewezen, gevraagd)

    assert keten.gebroken("TR361") == []


@pytest.mark.parametrize(
    ("toegewezen", "gevraagd"),
    [
        ({}, {}),
        ({"einddatum": "05-01"}, {"ingangsdatum": "05-01"}),
        ({"einddatum": None}, {"einddatum": "06-01"}),
        ({"productcode": None}, {}),
        ({}, {"productcode": None}),
        ({"productcategorie": None, "productcode": None}, {"productcategorie": "45"}),
    ],
    ids=str,
)
def test_hetzelfde_product_in_dezelfde_dagen_is_fout(keten, toegewezen, gevraagd):
    verzoek = nieuw_naast(keten, toegewezen, gevraagd)

    assert keten.gebroken("TR361") == [(verzoek, 1)]


def test_een_wijziging_van_een_toewijzing_overlapt_haar_zelf_niet(keten):
    keten.toewijzing(1)
    keten.wijziging("wijzigen", 1)

    assert keten.gebroken("TR361") == []


def test_een_nieuw_product_overlapt_met_de_dagen_die_een_wijziging_vraagt(keten):
    keten.toewijzing(1, einddatum="04-30")
    verzoek = keten.wijziging("wijzigen", 1, einddatum="06-30")
    keten.wijziging("nieuw", None, bericht=verzoek, ingangsdatum="06-01")

    assert keten.gebroken("TR361") == [(verzoek, 1)]


def test_een_wijziging_die_eerder_eindigt_maakt_plaats(keten):
    keten.toewijzing(1)
    verzoek = keten.wijziging("wijzigen", 1, einddatum="05-31")
    keten.wijziging("nieuw", None, bericht=verzoek, ingangsdatum="06-01")

    assert keten.gebroken("TR361") == []


def test_wat_op_de_dag_van_het_verzoek_is_ingekort_overlapt_niet(keten):
    nieuw_naast(keten, {}, {"ingangsdatum": "05-01"})
    keten.toewijzing(1, op="03-01", einddatum="04-30", reden_wijziging="05")

    assert keten.gebroken("TR361") == []
