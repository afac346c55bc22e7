"""From whom data is missing: counted per month, the least complete first."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.web.nep_monitor import GEMEENTEN
from tests.web.test_overzicht import lees


def test_de_pagina_telt_wat_wordt_verwacht_en_wat_ontbreekt(als, nep):
    tekst = lees(als("wethouder"), "/volledigheid/?jaar=2023")
    verwacht = f"{51 * 2 * 12 - 2:,}".replace(",", ".")
    assert f"Van {verwacht} verwachte declaraties ontbreken er 6." in tekst


def test_wie_iets_mist_staat_bovenaan(als, nep):
    tekst = als("wethouder").get("/volledigheid/").content.decode()
    namen = re.findall(r"gebied=gemeente-\d{4}.>([^<]+)</a>", tekst)
    assert namen[:3] == [g.naam for g in GEMEENTEN[:3]]
    assert len(namen) == 51


def test_van_een_gemeente_staan_de_aanbieders_er(als, nep):
    tekst = lees(als("provincie"), f"/volledigheid/?gebied=gemeente-{GEMEENTEN[0].code}")
    assert "Per aanbieder" in tekst
    assert "Pluryn" in tekst
    assert "Van 24 verwachte declaraties ontbreken er 2." in tekst


def test_wat_er_is_maar_nog_geen_antwoord_heeft_staat_apart(als, nep):
    tekst = lees(als("wethouder"), "/volledigheid/?jaar=2023&deel=11")
    assert "wacht op antwoord 102 102" in tekst


def test_zonder_verwachting_staat_dat_er(als, lege_monitor):
    tekst = lees(als("wethouder"), "/volledigheid/")
    assert "Er wordt in deze periode niets verwacht." in tekst


def test_waar_niets_wordt_verwacht_staat_dat_er(als, nep):
    tekst = lees(als("provincie"), f"/volledigheid/?gebied=gemeente-{GEMEENTEN[-1].code}&deel=K1")
    assert "verwacht 0 2 2 4" in tekst
    assert "Pluryn · niets verwacht ✓ 1 ✓ 1 0" in tekst


def test_wie_een_hele_maand_mist_staat_met_naam_in_de_zin(als, nep):
    een, twee, drie = (g.naam for g in GEMEENTEN[:3])
    zin = f"Van {een}, {twee} en {drie} ontbreekt december helemaal."
    assert zin in lees(als("wethouder"), "/?jaar=2023")


def test_wat_los_ontbreekt_wordt_geteld(als, nep, monkeypatch):
    echt = type(nep).volledigheid

    def los(self, periode, filters=None):
        regels = echt(self, periode, filters)
        return [replace(r, aanwezig=True) if r.aanbieder == "90000101" else r for r in regels]

    monkeypatch.setattr(type(nep), "volledigheid", los)
    assert "Van 3 gemeenten ontbreken losse declaraties, over december." in lees(als("gi"), "/")
