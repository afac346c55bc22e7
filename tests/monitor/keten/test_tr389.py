"""TR389: hetzelfde wordt niet twee keer gedeclareerd."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "anders", [{"toewijzing_nummer": 2}, {"productcode": "48B10"}, {"einddatum": "01-30"}], ids=str
)
def test_een_andere_toewijzing_product_of_periode_is_goed(keten, anders):
    keten.declaratie(1)
    keten.declaratie(1, op="03-03", **anders)

    assert keten.gebroken("TR389") == []


def test_een_tweede_debetprestatie_is_fout(keten):
    keten.declaratie(1)
    fout = keten.declaratie(1, op="03-03")

    assert keten.gebroken("TR389") == [(fout, 1)]


def test_na_een_credit_mag_het_opnieuw(keten):
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    keten.credit(debet, "03-03")
    keten.declaratie(1, op="03-04")

    assert keten.gebroken("TR389") == []


def test_een_afgewezen_prestatie_mag_opnieuw(keten):
    keten.keur_af(keten.declaratie(1), "02-10")
    keten.declaratie(1, op="03-03")

    assert keten.gebroken("TR389") == []


def test_een_afgewezen_credit_maakt_geen_ruimte(keten):
    debet = keten.declaratie(1)
    keten.antwoord_325(debet, "02-10")
    keten.keur_af(keten.credit(debet, "03-03"), "03-10")
    fout = keten.declaratie(1, op="03-12")

    assert keten.gebroken("TR389") == [(fout, 1)]


def test_binnen_een_bericht_is_het_een_andere_regel(keten):
    bericht = keten.declaratie(1)
    keten.declaratie(1, bericht=bericht)

    assert keten.gebroken("TR389") == []
