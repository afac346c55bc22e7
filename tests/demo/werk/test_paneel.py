"""Op een casus van de demo speelt u de andere partij; buiten de demo bestaat die knop niet."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from paraplu.casussen.models import CasusStap
from paraplu.web.models import Gebruiker, Spoor

KOP = "Demo: speel de andere partij"


@pytest.fixture
def casus(vertel):
    return vertel("301", "toewijzen")


def als(naam: str) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(gebruikersnaam=naam))
    return client


def speel(client: Client, casus, sleutel: str, uitkomst: str):
    stap = casus.stappen.get(sleutel=sleutel, afgerond_op=None)
    return client.post(
        reverse("demo_tegenspel", args=[casus.pk]), {"stap": stap.pk, "uitkomst": uitkomst}
    )


def test_de_jeugdbeschermer_speelt_de_backoffice(casus):
    client = als("demo-jeugdbeschermer")
    assert KOP in client.get(casus.get_absolute_url()).content.decode()
    antwoord = speel(client, casus, "toewijzen", "toegewezen")
    assert (antwoord.status_code, antwoord["Location"]) == (302, casus.get_absolute_url())
    assert casus.stappen.get(sleutel="toewijzen").uitkomst == "toegewezen"
    regel = Spoor.objects.get(handeling="andere partij spelen")
    assert regel.voorwerp == f"{casus.nummer} toewijzen toegewezen"


def test_een_eigen_uitkomst_van_een_stap_van_een_ander_doet_u_zelf(casus):
    """The holder may say that the term of the gemeente has passed: that is not played."""
    antwoord = speel(als("demo-jeugdbeschermer"), casus, "toewijzen", "niet_op_tijd")
    assert antwoord.status_code == 404


def test_bij_een_eigen_stap_is_er_niets_te_spelen(vertel):
    casus = vertel("301", "bepaling")
    client = als("demo-jeugdbeschermer")
    assert KOP not in client.get(casus.get_absolute_url()).content.decode()
    assert speel(client, casus, "bepaling", "vastgesteld").status_code == 404


@pytest.mark.parametrize("wie", ["kijker", "houder"])
def test_zonder_demo_is_er_geen_paneel_en_geen_adres(casus, wie):
    """A case that is open for a real account, and a case of a real person."""
    client = als("demo-jeugdbeschermer")
    naam = "demo-jeugdbeschermer"
    if wie == "kijker":
        client, naam = als("demo-teamleider"), "demo-teamleider"
    Gebruiker.objects.filter(gebruikersnaam=naam).update(is_demo=False)
    assert KOP not in client.get(casus.get_absolute_url()).content.decode()
    assert speel(client, casus, "toewijzen", "toegewezen").status_code == 404
    assert CasusStap.objects.get(casus=casus, sleutel="toewijzen").is_open


def test_wie_de_casus_niet_ziet_kan_er_niets_in_spelen(casus):
    client = als("demo-315-jeugdbeschermer")
    assert speel(client, casus, "toewijzen", "toegewezen").status_code == 404


def test_een_onbekende_uitkomst_verandert_niets(casus):
    antwoord = speel(als("demo-jeugdbeschermer"), casus, "toewijzen", "weet-niet")
    assert antwoord.status_code == 404
    assert CasusStap.objects.get(casus=casus, sleutel="toewijzen").is_open
