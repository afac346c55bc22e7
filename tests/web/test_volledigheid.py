"""From whom data is missing: counted per month, the least complete first."""

from __future__ import annotations

import re

from tests.web.nep_monitor import GEMEENTEN
from tests.web.test_overzicht import lees


def test_de_pagina_telt_wat_wordt_verwacht_en_wat_ontbreekt(als, nep):
    tekst = lees(als("wethouder"), "/volledigheid/?jaar=2023")
    verwacht = f"{51 * 2 * 12:,}".replace(",", ".")
    assert f"Van {verwacht} verwachte declaraties ontbreken er 6." in tekst


def test_wie_iets_mist_staat_bovenaan(als, nep):
    tekst = als("wethouder").get("/volledigheid/").content.decode()
    namen = re.findall(r"gebied=gemeente-\d{4}.>([^<]+)</a>", tekst)
    assert namen[:3] == [g.naam for g in GEMEENTEN[:3]]
    assert len(namen) == 51


def test_van_een_gemeente_staan_de_aanbieders_er(als, nep):
    tekst = lees(als("wethouder"), f"/volledigheid/?gebied=gemeente-{GEMEENTEN[0].code}")
    assert "Per aanbieder" in tekst
    assert "Pluryn" in tekst
    assert "Van 24 verwachte declaraties ontbreken er 2." in tekst


def test_wat_er_is_maar_nog_geen_antwoord_heeft_staat_apart(als, nep):
    tekst = lees(als("wethouder"), "/volledigheid/?jaar=2023&deel=11")
    assert "wacht op antwoord 102 102" in tekst


def test_zonder_verwachting_staat_dat_er(als, lege_monitor):
    tekst = lees(als("wethouder"), "/volledigheid/")
    assert "Er wordt in deze periode niets verwacht." in tekst
