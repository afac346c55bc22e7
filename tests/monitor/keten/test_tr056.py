"""TR056: een identificatie is van één bericht per soort en afzender."""

from __future__ import annotations


def test_andere_identificaties_zijn_goed(keten):
    keten.toewijzing(1)
    keten.toewijzing(2)

    assert keten.gebroken("TR056") == []


def test_het_tweede_bericht_met_dezelfde_identificatie_is_fout(keten):
    keten.toewijzing(1, op="01-01", identificatie="A1")
    tweede = keten.toewijzing(2, op="01-05", identificatie="A1")

    assert keten.gebroken("TR056") == [(tweede, 0)]


def test_een_andere_soort_of_afzender_mag_dezelfde_identificatie_hebben(keten):
    keten.start(1, identificatie="A1")
    keten.stop(1, identificatie="A1")
    keten.start(1, identificatie="A1", aanbieder="70000001")

    assert keten.gebroken("TR056") == []


def test_ook_een_bericht_dat_niet_meetelt_omdat_het_eerste_blijft_is_fout(keten):
    keten.start(1, op="01-05", identificatie="A1")
    ander = keten.start(2, op="01-05", identificatie="A1")

    assert keten.gebroken("TR056") == [(ander, 0)]


def test_een_afgekeurd_bericht_heeft_zijn_identificatie_niet_gebruikt(keten):
    keten.retour(keten.start(1, op="01-05", identificatie="A1"))
    keten.start(1, op="01-09", identificatie="A1")

    assert keten.gebroken("TR056") == []
