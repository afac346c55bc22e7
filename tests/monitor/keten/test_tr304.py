"""TR304: een kind is bekend door een toewijzing."""

from __future__ import annotations


def test_een_kind_met_een_toewijzing_is_bekend(keten):
    keten.toewijzing(1)
    declaratie = keten.declaratie(1)
    keten.wijziging("wijzigen")
    keten.keur_af(declaratie, "02-10")

    assert keten.gebroken("TR304") == []


def test_een_kind_zonder_toewijzing_is_onbekend_in_317_323_en_325(keten):
    verzoek = keten.wijziging("wijzigen")
    goed = keten.declaratie(1)
    fout = keten.declaratie(2)
    antwoord = keten.keur_af(fout, "03-10")

    assert keten.gebroken("TR304") == [(verzoek, 1), (goed, 1), (antwoord, 1)]


def test_een_kind_met_meer_prestaties_wordt_een_keer_genoemd(keten):
    keten.toewijzing(1)
    bericht = keten.declaratie(1)
    keten.declaratie(1, bericht=bericht, kind="ander")
    keten.declaratie(1, bericht=bericht, kind="ander")

    assert keten.gebroken("TR304") == [(bericht, 2)]


def test_een_toewijzing_van_een_andere_gemeente_maakt_een_kind_niet_bekend(keten):
    keten.toewijzing(1, gemeente="0202")
    fout = keten.declaratie(1)

    assert keten.gebroken("TR304") == [(fout, 1)]


def test_een_oude_toewijzing_maakt_een_kind_bekend(keten):
    keten.toewijzing(None, release="2.3", beschikking_nummer=7)
    keten.declaratie(1)

    assert keten.gebroken("TR304") == []
