"""Coming in, being kept out, and going again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from paraplu.web import actions
from paraplu.web.models import Aanmeldpoging, Gebruiker, Spoor
from paraplu.web.templatetags.kader import thuis_van

WACHTWOORD = "een lange zin als wachtwoord"


@pytest.fixture(autouse=True)
def tweede_stap_wie_wil(settings) -> None:
    """Here the password is tested; tests/web/inloggen has the second step."""
    settings.TWEEDE_STAP = "aan"


@pytest.fixture
def gebruiker(db) -> Gebruiker:
    return Gebruiker.objects.create_user(
        "k.jansen", password=WACHTWOORD, naam="K. Jansen", soort="backoffice",
        organisatie_soort="gemeente", organisatie_code="0228", organisatie_naam="Ede",
    )  # fmt: skip


def log_in(client: Client, naam: str = "k.jansen", wachtwoord: str = WACHTWOORD, **meer: str):
    return client.post("/inloggen/", {"gebruikersnaam": naam, "wachtwoord": wachtwoord, **meer})


def test_met_naam_en_wachtwoord_komt_u_binnen(gebruiker, nep):
    client = Client()
    antwoord = log_in(client, next="/volledigheid/?jaar=2022")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/volledigheid/?jaar=2022")
    assert client.get("/volledigheid/").status_code == 200
    assert Spoor.objects.get().handeling == "inloggen"


def test_een_ander_adres_om_naar_terug_te_gaan_telt_niet(gebruiker):
    for adres in ("https://elders.example/", "//elders.example/"):
        assert log_in(Client(), next=adres)["Location"] == thuis_van(gebruiker)


def test_wat_er_fout_is_zegt_niet_of_de_naam_bestaat(gebruiker):
    fout = log_in(Client(), wachtwoord="anders").content.decode()
    onbekend = log_in(Client(), naam="niemand").content.decode()
    zin = "De gebruikersnaam of het wachtwoord klopt niet."
    assert zin in fout
    assert zin in onbekend


def test_na_vijf_missers_gaat_de_deur_een_kwartier_dicht(gebruiker):
    client = Client()
    for _keer in range(actions.POGINGEN_PER_NAAM):
        assert log_in(client, wachtwoord="mis").status_code == 422
    antwoord = log_in(client)
    assert antwoord.status_code == 429
    assert "over een kwartier" in antwoord.content.decode()
    Aanmeldpoging.objects.update(wanneer=timezone.now() - timedelta(minutes=16))
    assert log_in(client).status_code == 302


def test_van_een_adres_gaat_de_deur_dicht_voor_alle_namen(gebruiker, monkeypatch):
    monkeypatch.setattr(actions, "POGINGEN_PER_ADRES", 3)
    for nummer in range(3):
        log_in(Client(), naam=f"gok{nummer}")
    assert log_in(Client()).status_code == 429


def test_de_poging_bewaart_naam_noch_adres(gebruiker):
    log_in(Client(), wachtwoord="mis")
    bewaard = " ".join(Aanmeldpoging.objects.values_list("sleutel", flat=True))
    assert "jansen" not in bewaard
    assert "127.0.0.1" not in bewaard


def test_een_wachtwoord_komt_nooit_terug_op_het_scherm(gebruiker):
    assert "geheim-en-mis" not in log_in(Client(), wachtwoord="geheim-en-mis").content.decode()


def test_een_account_dat_dicht_is_komt_niet_binnen(gebruiker):
    Gebruiker.objects.update(is_active=False)
    assert log_in(Client()).status_code == 422


def test_zonder_demo_staan_er_geen_demo_accounts(gebruiker):
    tekst = Client().get("/inloggen/").content.decode()
    assert "demo Gelderland" not in tekst


def test_een_demo_account_is_een_klik(accounts, nep):
    client = Client()
    assert "demo Gelderland" in client.get("/inloggen/").content.decode()
    antwoord = client.post("/inloggen/demo/", {"gebruikersnaam": "demo-wethouder"})
    assert antwoord["Location"] == "/"
    assert "Wethouder, Arnhem" in client.get("/").content.decode()


def test_een_gewoon_account_gaat_niet_open_met_een_klik(gebruiker):
    antwoord = Client().post("/inloggen/demo/", {"gebruikersnaam": "k.jansen"})
    assert antwoord.status_code == 404


def test_een_demo_account_heeft_geen_wachtwoord(accounts):
    assert not any(account.has_usable_password() for account in accounts.values())


def test_twee_keer_maken_geeft_dezelfde_accounts(accounts):
    assert {a.pk for a in actions.maak_demo_accounts()} == {a.pk for a in accounts.values()}


def test_de_technisch_beheerder_begint_bij_de_leveringen(accounts, nep):
    client = Client()
    wie = {"gebruikersnaam": "demo-beheerder", "next": "/"}
    antwoord = client.post("/inloggen/demo/", wie)
    assert antwoord["Location"] == "/leveringen/"
    assert 'class="kop__merk" href="/leveringen/"' in client.get("/leveringen/").content.decode()


def test_uitloggen_sluit_de_deur_achter_u(als, nep):
    client = als("gi")
    assert client.post("/uitloggen/")["Location"] == "/inloggen/"
    assert client.get("/").status_code == 302


def test_uitloggen_met_een_link_kan_niet(als):
    assert als("gi").get("/uitloggen/").status_code == 405
