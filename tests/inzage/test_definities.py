"""Definitions are adopted by the contract board, and figures name the version they were counted by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paraplu.inzage import definitieblad
from paraplu.inzage.definitieblad import compare, list_blokken, list_gevolgen
from paraplu.inzage.models import Vaststelling
from paraplu.monitor import waarden
from paraplu.monitor.definities import versie_van
from paraplu.web.models import Spoor
from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
)
from tests.web.test_overzicht import lees

__all__ = ["accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map"]

ADRES = "/definities/V2a/1/vaststellen/"


def ingevuld(**anders):
    return {
        "vastgesteld_op": "2023-05-12",
        "overleg": "Contractoverleg",
        "functie": "voorzitter",
        "vanaf": "2023-06-01",
        "besluit": "Akkoord.",
        "tekstafdruk": versie_van("V2a", 1).tekstafdruk,
        **anders,
    }


def test_de_contractmanager_legt_vast_en_het_cijfer_noemt_de_versie(als, nep):
    voor = lees(als("contractmanager"), "/waarden/V2a/")
    assert "Definitie versie 1, nog niet vastgesteld" in voor
    antwoord = als("contractmanager").post(ADRES, ingevuld())
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/definities/V2a/")
    for adres in ("/waarden/V2a/", "/bewijs/V2a/?gebied=regio-CG"):
        tekst = lees(als("contractmanager"), adres)
        assert "Definitie versie 1, vastgesteld op 12 mei 2023" in tekst
    blad = lees(als("wethouder"), "/definities/V2a/")
    assert "door: Contractoverleg. Zij geldt vanaf 1 juni 2023" in blad
    assert Spoor.objects.get(handeling="definitie vaststellen").voorwerp == (
        "V2a versie 1, op 2023-05-12, vanaf 2023-06-01"
    )


def test_een_ander_kan_lezen_en_niet_vastleggen(als, nep):
    assert "Leg vast" not in lees(als("backoffice"), "/definities/V2a/")
    assert als("backoffice").post(ADRES, ingevuld()).status_code == 403
    assert not Vaststelling.objects.exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"besluit": ""}, "Schrijf wat is besloten."),
        ({"vastgesteld_op": "2123-01-01"}, "ligt niet in de toekomst"),
        ({"tekstafdruk": "0" * 16}, "De tekst is intussen een andere"),
    ],
)
def test_wat_niet_klopt_wordt_niet_vastgelegd(als, nep, anders, zin):
    antwoord = als("contractmanager").post(ADRES, ingevuld(**anders))
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Vaststelling.objects.exists()


def test_een_versie_wordt_een_keer_vastgesteld(als, nep):
    als("contractmanager").post(ADRES, ingevuld())
    antwoord = als("contractmanager").post(ADRES, ingevuld(overleg="Ander overleg"))
    assert antwoord.status_code == 422
    assert [rij.overleg for rij in Vaststelling.objects.all()] == ["Contractoverleg"]


def test_het_overzicht_telt_wat_nog_open_staat(als, nep):
    alle = len(waarden.alle())
    zin = "{} definities zijn nog niet vastgesteld."
    assert zin.format(alle) in lees(als("wethouder"), "/definities/")
    als("contractmanager").post(ADRES, ingevuld())
    tekst = lees(als("wethouder"), "/definities/")
    assert zin.format(alle - 1) in tekst
    assert "Instroom V2a 1 12 mei 2023 Contractoverleg 1 juni 2023" in tekst


@pytest.fixture
def tweede_versie(monkeypatch):
    """A second version of V2a, with one measure read otherwise and one sentence changed."""
    een = versie_van("V2a", 1)
    tekst = een.tekst.replace("dat in de periode begint", "dat in het jaar begint").replace(
        "- Kinderen (kinderen): het aantal verschillende", "- Kinderen (kinderen): het aantal"
    )
    regel = replace(
        een.regels[0], versie=2, vanaf=date(2024, 1, 1), vingerafdruk="f" * 16, reden="Per jaar."
    )
    twee = replace(een, versie=2, tekst=tekst, regels=(regel,))
    monkeypatch.setattr("paraplu.inzage.views.definities.versies_van", lambda code: [een, twee])
    monkeypatch.setattr(definitieblad, "versies_van", lambda code: [een, twee])
    return een, twee


def test_oud_en_nieuw_staan_naast_elkaar_met_de_verschillen_in_woorden(als, nep, tweede_versie):
    tekst = lees(als("contractmanager"), "/definities/V2a/")
    assert "Versie 1 en versie 2 naast elkaar" in tekst
    assert "Waarom: Per jaar." in tekst
    assert "vervalt: de periode begint" in tekst or "vervalt: de periode" in tekst
    assert "nieuw: het jaar" in tekst
    assert "Leg vast dat versie 2 is vastgesteld" in tekst


def test_welke_cijfers_een_nieuwe_versie_verandert(tweede_versie):
    zinnen = list_gevolgen(*tweede_versie)
    assert zinnen[0] == "Anders gelezen: Kinderen (kinderen): het aantal waarden van ‘kind’."
    assert "alle cijfers van V2a kunnen anders uitvallen" in zinnen[-1]


def test_een_regel_erbij_staat_tegenover_een_lege_regel():
    paren = compare("een\ntwee", "een\ndrie vier\ntwee")
    assert [paar.anders for paar in paren] == [False, True, False]
    assert (paren[1].oud, [stuk.soort for stuk in paren[1].nieuw]) == ((), ["nieuw"])


@pytest.mark.parametrize("code", ["V1", "V2a", "V4", "V6b", "V6c", "V7"])
def test_op_de_pagina_valt_niets_van_de_tekst_weg(code):
    tekst = versie_van(code).tekst
    getoond = [
        regel
        for blok in list_blokken(tekst)
        for regel in (blok.kop, *blok.alineas, *(f"- {punt}" for punt in blok.punten))
    ]
    regels = [regel for regel in tekst.splitlines() if regel]
    assert sorted(getoond) == sorted(regels[1:])
    assert regels[0].startswith(code)
