"""Sheets: brought in as a whole or not at all, with every fault named."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from paraplu.monitor.bladen import SOORTEN
from paraplu.web.models import Spoor
from tests.web.test_overzicht import lees

PLAFOND = "aanbieder;jaar;bedrag\n90000101;2023;1.250.000,00\n90000102;2023;1000\n"


def breng(client, soort: str, inhoud: str, naam: str = "blad.csv"):
    bestand = SimpleUploadedFile(naam, inhoud.encode())
    return client.post("/bladen/", {"soort": soort, "bestand": bestand, "dag": localdate()})


@pytest.fixture
def client(als, eigen_var):
    return als("contractmanager")


def test_een_goed_blad_telt_meteen(client):
    antwoord = breng(client, "budgetplafonds", PLAFOND)
    assert antwoord["Location"] == "/bladen/"
    tekst = lees(client, "/bladen/")
    assert "Het blad is ingebracht: 2 rijen." in tekst
    assert "budgetplafonds" in tekst
    assert Spoor.objects.filter(handeling="blad inbrengen").exists()


def test_een_blad_met_fouten_wordt_niet_ingebracht_en_noemt_ze_alle(client):
    antwoord = breng(client, "budgetplafonds", PLAFOND.replace("2023;1000", "later;veel"))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "blad.csv, regel 3, kolom jaar" in tekst
    assert "blad.csv, regel 3, kolom bedrag" in tekst
    assert "Nog geen enkel blad." in lees(client, "/bladen/")
    assert not Spoor.objects.filter(handeling="blad inbrengen").exists()


@pytest.mark.parametrize("soort", SOORTEN)
def test_van_elk_blad_is_er_een_leeg_voorbeeld(soort, client):
    regels = client.get(f"/bladen/{soort}/leeg.csv").content.decode("utf-8-sig").splitlines()
    assert regels[0].split(";") == [kolom.naam for kolom in SOORTEN[soort].kolommen]


def test_wat_nu_geldt_van_de_tussentaal_is_zo_weer_in_te_brengen(client):
    nu = client.get("/bladen/tussentaal/leeg.csv").content.decode("utf-8-sig")
    assert nu.count("\n") > 10
    assert breng(client, "tussentaal", nu)["Location"] == "/bladen/"


def test_een_blad_dat_niet_bestaat_is_er_niet(client):
    assert client.get("/bladen/onzin/leeg.csv").status_code == 404


def test_zonder_bestand_staat_de_fout_bij_het_veld(client):
    antwoord = client.post("/bladen/", {"soort": "tarieven", "dag": localdate()})
    assert antwoord.status_code == 422
    assert "Kies een bestand." in antwoord.content.decode()
