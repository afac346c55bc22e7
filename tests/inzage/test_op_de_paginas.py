"""What each kind of reader sees on the pages of a small gemeente of another."""

from __future__ import annotations

import re

import pytest

from tests.inzage.uitvoer.lezen import lees_zip
from tests.web.nep_monitor import GEMEENTEN, PLAATS
from tests.web.test_overzicht import lees

#: The first four of the 51 have 1 to 4 cases in 2023; nobody of the demo is from Aalten.
KLEIN = GEMEENTEN[0].code
UITLEG = "klein aantal, of nodig om een klein aantal te beschermen"


def test_de_eerste_zin_zegt_dat_het_aantal_verborgen_is(als, nep):
    tekst = lees(als("gi"), f"/?gebied=gemeente-{KLEIN}&jaar=2023")
    assert "Hoeveel maatregelen er eind 2023 in Aalten liepen, is verborgen." in tekst
    assert "Hoeveel er in deze periode begonnen en eindigden, is verborgen." in tekst


def test_een_kaart_zegt_verborgen_met_de_reden(als, nep):
    tekst = lees(als("gi"), f"/?gebied=gemeente-{KLEIN}&jaar=2023")
    assert f"Instroom V2a verborgen : {UITLEG}" in tekst
    assert "het verschil is verborgen in 2022: verborgen" in tekst


def test_de_provincie_ziet_elk_cijfer(als, nep):
    tekst = lees(als("provincie"), f"/?gebied=gemeente-{KLEIN}&jaar=2023")
    assert "Eind 2023 liepen in Aalten 1 maatregelen" in tekst
    assert "Dit is uw eigen gebied: u ziet alle cijfers volledig." in tekst


def test_een_raadslid_ziet_minder_dan_een_partij_ook_van_de_eigen_gemeente(als, nep):
    acht = next(code for code, plaats in PLAATS.items() if plaats == 8)
    adres = f"/waarden/V2a/?gebied=gemeente-{acht}&jaar=2023"
    assert "8 aantal" in lees(als("gi"), adres)
    assert f"verborgen : {UITLEG}" in lees(als("raadslid"), adres)
    assert "aantallen onder de 10 kinderen zijn verborgen" in lees(als("raadslid"), adres)


def test_een_raadslid_krijgt_geen_cijfers_van_een_gi_of_een_maand(als, nep):
    for adres in ("/waarden/V2a/?gebied=gi-90000001", "/waarden/V2a/?deel=05"):
        tekst = lees(als("raadslid"), adres)
        assert "verborgen : niet gedeeld buiten de eigen organisatie" in tekst


def test_een_raadslid_kiest_geen_uitsplitsing_die_niet_wordt_gedeeld(als, nep):
    tekst = als("raadslid").get("/waarden/V2a/?per=aanbieder").content.decode()
    assert "per=gemeente#uitsplitsing" in tekst
    assert "per=aanbieder#uitsplitsing" not in tekst
    assert "Pluryn" not in tekst


def test_in_een_uitsplitsing_staat_verborgen_onderaan_zonder_balk(als, nep):
    tekst = als("gi").get("/waarden/V2a/?per=gemeente&jaar=2023").content.decode()
    tabel = tekst[tekst.index('id="uitsplitsing"') :]
    rijen = re.findall(r"<tr><th scope=\"row\">.*?</tr>", tabel, re.DOTALL)[:51]
    namen = [re.sub(r"<[^>]+>", "", rij.split("</th>")[0]) for rij in rijen]
    assert namen[-4:] == sorted(g.naam for g in GEMEENTEN[:4])
    assert all("balk--verborgen" in rij and "<rect" not in rij for rij in rijen[-4:])
    assert all("<rect" in rij for rij in rijen[:-4])


def test_de_kaart_toont_verborgen_anders_dan_onbekend(als, nep):
    tekst = als("gi").get("/?kaart=V2a&jaar=2023").content.decode()
    assert tekst.count('class="tegel trap-verborgen') == 4
    assert "trap-0" not in tekst

    assert f"verborgen: {UITLEG}</li>" in " ".join(tekst.split())


def test_in_de_csv_staat_het_woord(als, nep):
    antwoord = als("gi").get("/waarden/V2a/uitvoer/csv/?per=gemeente&jaar=2023")
    regels = [regel for tekst in lees_zip(antwoord).values() for regel in tekst.splitlines()]
    aalten = [regel for regel in regels if "Aalten;" in regel]
    assert aalten
    assert all("verborgen" in regel for regel in aalten)


@pytest.mark.parametrize("soort", ["gi", "aanbieder", "wethouder", "contractmanager"])
def test_wie_ontbreekt_staat_bij_een_ander_niet_met_naam(soort, als, nep):
    tekst = lees(als(soort), f"/volledigheid/?gebied=gemeente-{KLEIN}")
    assert "Van 24 verwachte declaraties ontbreken er 2." in tekst
    assert "Pluryn" not in tekst.replace("bij Pluryn", "").split("Per maand")[1]
    assert "Over deze periode ontbreken declaraties." in lees(
        als(soort), f"/?gebied=gemeente-{KLEIN}&jaar=2023"
    )


def test_de_weg_naar_het_eigen_gebied_staat_op_elke_pagina_met_cijfers(als, nep):
    for adres in ("/", "/waarden/V2a/", "/vergelijken/V2a/"):
        tekst = als("wethouder").get(adres).content.decode()
        assert "Naar uw eigen gebied: Arnhem" in tekst
        assert "#verborgen" in tekst
    assert "Naar uw eigen gebied" not in lees(als("wethouder"), "/?gebied=gemeente-0202")
    assert "Naar uw eigen gebied" not in lees(als("voorzitter"), "/")
