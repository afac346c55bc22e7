"""TR337: een 325 noemt het bericht dat zij beantwoordt."""

from __future__ import annotations


def test_de_identificatie_van_de_323_is_goed(keten):
    keten.antwoord_325(keten.declaratie(1), "02-10")

    assert keten.gebroken("TR337") == []


def test_een_andere_identificatie_of_dagtekening_is_fout(keten):
    declaratie = keten.declaratie(1)
    anders = keten.antwoord_325(declaratie, "02-10", identificatie_retour="ANDERS")
    dag = keten.koppen[anders]["dagtekening"]
    later = keten.antwoord_325(declaratie, "02-11", dagtekening_retour=dag)

    assert keten.gebroken("TR337") == [(anders, 0), (later, 0)]


def test_de_323_van_een_andere_gemeente_is_het_niet(keten):
    antwoord = keten.antwoord_325(keten.declaratie(1), "02-10", gemeente="0202")

    assert keten.gebroken("TR337") == [(antwoord, 0)]
