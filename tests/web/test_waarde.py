"""The page of one value: readings, trend with its table, breakdown, receipt, rows, export."""

from __future__ import annotations

import re

import pytest

from tests.web.nep_monitor import INDICATOREN
from tests.web.test_overzicht import lees

CODES = [indicator.code for indicator in INDICATOREN]


@pytest.mark.parametrize("code", CODES)
def test_elke_waarde_heeft_een_pagina(code, als, nep):
    tekst = lees(als("wethouder"), f"/waarden/{code}/")
    assert "Hoe komt dit getal tot stand?" in tekst
    assert "Hoe vaak het voorkomt in de periode." in tekst
    assert "Een opmerking bij deze waarde." in tekst


def test_de_lezingen_staan_naast_elkaar_en_met_naam(als, nep):
    tekst = lees(als("wethouder"), "/waarden/V2a/?variant=toegewezen")
    assert "Letterlijk" in tekst
    assert "Aaneengesloten" in tekst
    assert "Volgens de toewijzing gekozen" in tekst


def test_een_lezing_die_deze_waarde_niet_heeft_geeft_de_eerste(als, nep):
    assert "Volledig gekozen" in lees(als("wethouder"), "/waarden/V4/?variant=toegewezen")


def test_de_grafiek_en_haar_tabel_zeggen_hetzelfde(als, nep):
    tekst = als("wethouder").get("/waarden/V1/").content.decode()
    punten = re.findall(r"<title>[^,]+, (\d{4}): ([\d.]+)</title>", tekst)
    assert [jaar for jaar, _waarde in punten] == ["2021", "2022", "2023"]
    for jaar, waarde in punten:
        assert re.search(rf">{jaar}</th><td class=\"getal\"><a [^>]*>{waarde}</a></td>", tekst)


def test_met_een_ander_gebied_komt_dat_erbij_in_de_grafiek(als, nep):
    tekst = lees(als("wethouder"), "/waarden/V3/?gebied=regio-CG&vergelijk=regio-NV")
    assert "Periode Centraal Gelderland Noord Veluwe 2021" in tekst


@pytest.mark.parametrize("per", ["regio", "gemeente", "gi", "aanbieder", "tussentaal"])
def test_de_uitsplitsing_volgt_de_keuze(per, als, nep):
    tekst = als("wethouder").get(f"/waarden/V1/?per={per}").content.decode()
    assert re.search(rf'href="[^"]*per={per}#uitsplitsing" aria-current="true"', tekst)


def test_binnen_een_regio_staan_alleen_haar_gemeenten(als, nep):
    tekst = als("wethouder").get("/waarden/V1/?gebied=regio-NV&per=gemeente").content.decode()
    tabel = tekst[tekst.index('id="uitsplitsing"') : tekst.index('id="bon"')]
    assert "Nunspeet" in tabel
    assert "Arnhem" not in tabel


def test_de_bon_zegt_wat_telde_en_wat_afviel(als, nep):
    tekst = lees(als("wethouder"), "/waarden/V2a/?gebied=gemeente-0228")
    assert re.search(r"Van de (\d+) regels die in aanmerking kwamen, telden er (\d+) mee", tekst)
    assert "geen startbericht 9" in tekst
    assert "ingegaan vóór 2017 3" in tekst


def test_de_weg_naar_de_regels_is_er_alleen_in_het_eigen_gebied(als, nep):
    eigen = als("backoffice").get("/waarden/V2a/?gebied=gemeente-0228").content.decode()
    ander = als("backoffice").get("/waarden/V2a/").content.decode()
    geen = als("wethouder").get("/waarden/V2a/?gebied=gemeente-0202").content.decode()
    assert "/waarden/V2a/regels/?gebied=gemeente-0228" in eigen
    assert "/regels/" not in ander
    assert "Naar uw eigen gebied" in ander
    assert "/regels/" not in geen
    assert "Naar uw eigen gebied" not in geen


def test_wat_afviel_is_ook_regel_voor_regel_te_zien(als, nep):
    adres = "/waarden/V2a/regels/?gebied=gemeente-0228&reden=geen%20startbericht"
    assert "Telt niet mee: geen startbericht" in lees(als("backoffice"), adres)


def test_een_regel_toont_namen_in_plaats_van_codes(als, nep):
    tekst = lees(als("backoffice"), "/waarden/V2a/regels/?gebied=gemeente-0228")
    assert "Kind (schuilnaam) Gemeente Begin bij regel 1 aB3dE6gH9jK2 Ede 01-01-2023" in tekst
