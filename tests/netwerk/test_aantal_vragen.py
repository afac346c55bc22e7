"""How many questions the pages of the directory and of care on offer ask: as many with thirty rows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from tests.netwerk.aanbod_bouwen import maak_voorziening
from tests.netwerk.bouwen import make_contact, make_medewerker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nep")]

VEEL = 30
VRAAG = {"gemeente": "0228", "leeftijd": "9", "tussentaal": "1"}


@pytest.fixture
def client(gelderland) -> Client:
    """A jeugdbeschermer who looks something up."""
    browser = Client()
    browser.force_login(make_medewerker("jeugdbeschermer", "GI-JBGLD").gebruiker)
    return browser


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_de_lijst_van_contacten_stelt_bij_dertig_regels_niet_meer_vragen(
    client, django_assert_max_num_queries, aantal
):
    for nummer in range(aantal):
        make_contact("lokaal_team", "LT-0228", naam=f"Contact nummer {nummer}.")
    with django_assert_max_num_queries(30):
        tekst = client.get("/wie-doet-wat/?regio=FV").content.decode()
    assert tekst.count("Contact nummer") >= aantal


@pytest.mark.parametrize("aantal", [0, 1, VEEL])
def test_wie_bel_ik_stelt_met_niemand_of_dertig_mensen_niet_meer_vragen(
    client, django_assert_max_num_queries, aantal
):
    for _keer in range(aantal):
        make_contact("lokaal_team", "LT-0228", bevestigd_op=localdate())
    with django_assert_max_num_queries(45):
        antwoord = client.get("/wie-doet-wat/bellen/?gemeente=0228&vraag=lokaal_team")
    assert antwoord.status_code == 200


def test_wie_bel_ik_leest_het_contact_dat_morgen_begint(client):
    from paraplu.netwerk import bellen  # noqa: PLC0415 - needs Django

    zaterdag = date(2026, 3, 7)
    make_contact("lokaal_team", "LT-0228", naam="Nieuw", vanaf=zaterdag + timedelta(days=2))
    vraag = next(v for v in bellen.VASTE_VRAGEN if "lokaal_team" in v.soorten)
    antwoord = bellen.wie_nu(vraag, gemeente="0228", op=zaterdag)
    assert antwoord.nu is None
    assert antwoord.eerst is not None
    dag, kandidaat = antwoord.eerst
    assert (dag, kandidaat.wie) == (date(2026, 3, 9), "Nieuw")


@pytest.mark.parametrize("aantal", [1, VEEL])
def test_het_aanbod_stelt_bij_dertig_voorzieningen_niet_meer_vragen(
    client, django_assert_max_num_queries, aantal
):
    for nummer in range(aantal):
        maak_voorziening(f"Hulp nummer {nummer}.")
    with django_assert_max_num_queries(30):
        tekst = client.post("/hulpaanbod/", VRAAG).content.decode()
    assert tekst.count("Hulp nummer") >= aantal
