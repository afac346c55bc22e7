"""TR371: een 325 noemt de schemaversies van de declaratie."""

from __future__ import annotations

VERSIES = {"declaratie_xsd_versie": "1.0.0", "declaratie_xsd_basis": "1.2.0"}


def antwoord_met(keten, versies):
    declaratie = keten.declaratie(1)
    keten.koppen[declaratie].update(VERSIES)
    return keten.antwoord_325(declaratie, "02-10", **versies)


def test_dezelfde_versies_zijn_goed(keten):
    antwoord_met(keten, VERSIES)

    assert keten.gebroken("TR371") == []


def test_een_andere_versie_van_bericht_of_basis_is_fout(keten):
    een = antwoord_met(keten, VERSIES | {"declaratie_xsd_versie": "1.0.1"})
    twee = antwoord_met(keten, VERSIES | {"declaratie_xsd_basis": "1.2.1"})

    assert keten.gebroken("TR371") == [(een, 0), (twee, 0)]


def test_wat_is_ingenomen_voor_de_versies_werden_bewaard_wordt_niet_vergeleken(keten):
    antwoord_met(keten, {})

    assert keten.gebroken("TR371") == []
