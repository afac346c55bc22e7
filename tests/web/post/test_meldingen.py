"""The page on which someone chooses mail and makes a calendar link."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from paraplu.web.agenda.queries import gebruiker_of_sleutel, sleutel_of
from paraplu.web.models import Agendasleutel, Postkeuze, Spoor

BLAD = "/account/meldingen/"


@pytest.fixture
def client(gebruiker, nep) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def kies(client: Client, **velden):
    return client.post(BLAD, {"e_mail": "nieuw@deeik.example", "overzicht": "week", **velden})


def link_op(antwoord) -> str:
    return html.unescape(re.search(r'readonly value="([^"]+)"', antwoord.content.decode())[1])


def test_wie_niets_koos_ziet_geen_overzicht_en_wel_directe_mail(client):
    tekst = client.get(BLAD).content.decode()
    assert re.search(r'value="geen"[^>]*checked', tekst)
    assert re.search(r'name="direct"[^>]*checked', tekst)
    assert "k.jansen@deeik.example" in tekst


def test_uw_keuze_wordt_bewaard(client, gebruiker):
    assert kies(client)["Location"] == BLAD
    keuze = Postkeuze.objects.get(gebruiker=gebruiker)
    assert (keuze.overzicht, keuze.direct) == ("week", False)
    gebruiker.refresh_from_db()
    assert gebruiker.e_mail == "nieuw@deeik.example"
    kies(client, direct="on")
    keuze.refresh_from_db()
    assert keuze.direct
    assert "Uw keuze is bewaard." in client.get(BLAD).content.decode()


def test_het_spoor_zegt_dat_u_koos_en_niet_welk_adres(client):
    kies(client)
    regel = Spoor.objects.get(handeling="mailkeuze wijzigen")
    assert "deeik" not in f"{regel.voorwerp}{regel.doel}"


def test_een_overzicht_zonder_adres_kan_niet(client, gebruiker):
    antwoord = kies(client, e_mail="")
    assert antwoord.status_code == 422
    assert "Vul een e-mailadres in" in antwoord.content.decode()
    assert not Postkeuze.objects.exists()
    assert kies(client, e_mail="", overzicht="geen").status_code == 302


@pytest.mark.parametrize("velden", [{"e_mail": "geen adres"}, {"overzicht": "elk uur"}])
def test_wat_niet_klopt_wordt_gezegd(client, velden):
    antwoord = kies(client, **velden)
    assert antwoord.status_code == 422
    assert "Dat ging nog niet goed." in antwoord.content.decode()
    assert not Postkeuze.objects.exists()


def test_een_demo_account_houdt_zijn_verzonnen_adres(als, accounts, nep):
    client = als("teamleider")
    tekst = client.get(BLAD).content.decode()
    assert 'name="e_mail"' not in tekst
    assert "demo-teamleider@paraplu.example" in tekst
    kies(client, e_mail="echt@elders.example", overzicht="dag")
    accounts["teamleider"].refresh_from_db()
    assert accounts["teamleider"].e_mail == "demo-teamleider@paraplu.example"
    assert Postkeuze.objects.get().overzicht == "dag"


def test_de_agendalink_ziet_u_een_keer(client, gebruiker):
    link = link_op(client.post(f"{BLAD}agenda/"))
    token = re.fullmatch(r"http://127\.0\.0\.1:8000/agenda/([\w-]{43})\.ics", link)[1]
    assert gebruiker_of_sleutel(token, on=timezone.localdate()) == gebruiker
    later = client.get(BLAD).content.decode()
    assert "U hebt een link" in later
    assert token not in later


def test_een_link_intrekken_sluit_de_agenda(client, gebruiker):
    client.post(f"{BLAD}agenda/")
    assert client.post(f"{BLAD}agenda/intrekken/")["Location"] == BLAD
    assert sleutel_of(gebruiker) is None
    assert "U hebt nu geen link." in client.get(BLAD).content.decode()


def test_wat_er_niet_is_intrekken_doet_niets(client):
    assert client.post(f"{BLAD}agenda/intrekken/").status_code == 302
    assert "werkt niet meer" not in client.get(BLAD).content.decode()


@pytest.mark.parametrize("adres", ["agenda/", "agenda/intrekken/"])
def test_met_een_link_alleen_gebeurt_er_niets(client, adres):
    assert client.get(BLAD + adres).status_code == 405
    assert not Agendasleutel.objects.exists()


def test_uw_account_wijst_de_weg(client):
    assert f'href="{BLAD}"' in client.get("/account/").content.decode()
