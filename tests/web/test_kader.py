"""The frame: headers, no script, theme, and the pages for what goes wrong."""

from __future__ import annotations

import re

import pytest
from django.test import Client

PAGINAS = (
    "/", "/waarden/V2a/", "/waarden/V3/", "/waarden/V6c/", "/volledigheid/", "/leveringen/",
    "/leveringen/nieuw/", "/uitleg/", "/account/", "/bladen/", "/controleren/", "/bevindingen/",
    "/bevindingen/?afzender=0228&van=2022-01",
)  # fmt: skip


@pytest.mark.parametrize("pagina", PAGINAS)
def test_een_pagina_heeft_script_noch_stijl_in_de_regel(pagina, als, nep, eigen_var):
    antwoord = als("contractmanager").get(pagina)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "<script" not in tekst
    assert not re.search(r"\son\w+=|\sstyle=|<style", tekst)


@pytest.mark.parametrize("pagina", PAGINAS)
def test_een_pagina_heeft_een_kop_een_titel_en_een_sprong(pagina, als, nep, eigen_var):
    tekst = als("contractmanager").get(pagina).content.decode()
    assert tekst.count("<h1") == 1
    assert re.search(r"<title>\s*\S+.* – Paraplu</title>", tekst, re.S)
    assert 'href="#inhoud"' in tekst
    assert 'id="inhoud"' in tekst
    assert '<html lang="nl"' in tekst


def test_elke_id_staat_een_keer_op_een_pagina(als, nep):
    for pagina in PAGINAS[:5]:
        ids = re.findall(r'\sid="([^"]+)"', als("contractmanager").get(pagina).content.decode())
        assert len(ids) == len(set(ids))


def test_de_browser_mag_niets_wat_niet_van_ons_is(als, nep):
    antwoord = als("wethouder").get("/")
    regels = antwoord["Content-Security-Policy"]
    assert "default-src 'none'" in regels
    assert "script-src" not in regels
    assert "unsafe" not in regels
    assert antwoord["X-Frame-Options"] == "DENY"
    assert antwoord["Cache-Control"] == "private, no-store"
    assert antwoord["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("thema", ["licht", "donker", "systeem"])
def test_het_thema_blijft_zonder_javascript(thema, als, nep):
    client = als("wethouder")
    antwoord = client.post("/thema/", {"thema": thema, "terug": "/uitleg/?x=1"})
    assert antwoord["Location"] == "/uitleg/?x=1"
    assert f'data-thema="{thema}"' in client.get("/uitleg/").content.decode()


def test_een_thema_dat_niet_bestaat_blijft_zoals_het_was(als, nep):
    client = als("wethouder")
    client.post("/thema/", {"thema": "paars", "terug": "/uitleg/"})
    assert 'data-thema="systeem"' in client.get("/uitleg/").content.decode()


def test_het_thema_stuurt_niet_naar_elders(als):
    antwoord = als("wethouder").post(
        "/thema/", {"thema": "licht", "terug": "https://elders.example/"}
    )
    assert antwoord["Location"] == "/inloggen/"


def test_de_voet_zegt_wanneer_er_voor_het_laatst_is_geleverd(als, nep):
    assert "Laatste levering: 15 januari 2024." in als("gi").get("/uitleg/").content.decode()


def test_de_navigatie_toont_alleen_wat_iemand_mag(als, nep):
    tekst = als("beheerder").get("/leveringen/").content.decode()
    assert ">Leveringen</a>" in tekst
    assert ">Monitor</a>" not in tekst
    assert ">Bladen</a>" not in tekst


@pytest.mark.parametrize(
    ("pad", "status", "zin"),
    [("/bestaat-niet/", 404, "vinden wij niet"), ("/waarden/V99/", 404, "vinden wij niet")],
)
def test_een_fout_zegt_wat_er_is_en_wat_u_kunt_doen(pad, status, zin, als, nep):
    antwoord = als("gi").get(pad)
    assert antwoord.status_code == status
    assert zin in antwoord.content.decode()
    assert 'href="/"' in antwoord.content.decode()


def test_onze_eigen_fout_noemt_geen_gegevens(als, nep, monkeypatch):
    def stuk(self):
        raise RuntimeError("999900006")

    monkeypatch.setattr(type(nep), "bereik", stuk)
    client = als("gi")
    client.raise_request_exception = False
    antwoord = client.get("/")
    assert antwoord.status_code == 500
    assert "ligt niet aan u" in antwoord.content.decode()
    assert "999900006" not in antwoord.content.decode()


@pytest.mark.django_db
def test_een_formulier_zonder_kenmerk_wordt_niet_uitgevoerd(accounts):
    client = Client(enforce_csrf_checks=True)
    antwoord = client.post("/inloggen/demo/", {"gebruikersnaam": "demo-gi"})
    assert antwoord.status_code == 403
    assert "stond te lang open" in antwoord.content.decode()
