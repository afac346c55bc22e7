"""Who leaves is out, on the day that was set and in the middle of what they do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from paraplu.web.models import Gebruiker, Identiteit, Spoor
from tests.web.inloggen.conftest import WACHTWOORD

DAG = timedelta(days=1)


@pytest.fixture(autouse=True)
def zonder_tweede_stap(settings) -> None:
    settings.TWEEDE_STAP = "uit"


def log_in(client: Client):
    return client.post("/inloggen/", {"gebruikersnaam": "k.jansen", "wachtwoord": WACHTWOORD})


@pytest.mark.parametrize(
    ("begin", "einde", "geldig"),
    [
        (None, None, True),
        (0, 0, True),
        (-1, None, True),
        (1, None, False),
        (None, 0, True),
        (None, -1, False),
        (-5, -1, False),
        (-5, 1, True),
    ],
)
def test_een_account_werkt_van_de_eerste_tot_en_met_de_laatste_dag(begin, einde, geldig):
    vandaag = timezone.localdate()
    gebruiker = Gebruiker(
        begindatum=None if begin is None else vandaag + begin * DAG,
        einddatum=None if einde is None else vandaag + einde * DAG,
    )
    assert gebruiker.is_geldig(on=vandaag) is geldig


@pytest.mark.parametrize(("veld", "verschil"), [("einddatum", -1), ("begindatum", 1)])
def test_buiten_die_dagen_komt_niemand_binnen(veld, verschil, gebruiker):
    Gebruiker.objects.update(**{veld: timezone.localdate() + verschil * DAG})
    client = Client()
    antwoord = log_in(client)
    assert antwoord.status_code == 422
    assert "niet geldig op deze dag" in antwoord.content.decode()
    assert client.get("/account/").status_code == 302


def test_op_de_laatste_dag_zelf_komt_men_nog_binnen(gebruiker):
    Gebruiker.objects.update(einddatum=timezone.localdate())
    assert log_in(Client()).status_code == 302


def test_met_een_verkeerd_wachtwoord_leert_niemand_dat_een_account_voorbij_is(gebruiker):
    Gebruiker.objects.update(einddatum=timezone.localdate() - DAG)
    antwoord = Client().post("/inloggen/", {"gebruikersnaam": "k.jansen", "wachtwoord": "mis"})
    assert "niet geldig" not in antwoord.content.decode()


def test_wie_binnen_is_als_het_account_eindigt_is_bij_de_volgende_pagina_buiten(gebruiker, nep):
    client = Client()
    log_in(client)
    assert client.get("/volledigheid/").status_code == 200
    Gebruiker.objects.update(einddatum=timezone.localdate() - DAG)
    antwoord = client.get("/volledigheid/")
    assert antwoord["Location"] == "/inloggen/"
    assert "niet meer geldig" in client.get("/inloggen/").content.decode()
    assert Spoor.objects.filter(gebruiker=gebruiker, handeling="sessie beëindigd").count() == 1
    Gebruiker.objects.update(einddatum=None)
    assert client.get("/volledigheid/").status_code == 302


def test_ook_wat_iemand_verstuurt_na_het_einde_komt_niet_aan(gebruiker):
    client = Client()
    log_in(client)
    Gebruiker.objects.update(einddatum=timezone.localdate() - DAG)
    antwoord = client.post("/account/tweede-stap/", {"handeling": "begin"})
    assert antwoord["Location"] == "/inloggen/"


def test_wie_bij_een_dienst_inlogt_komt_er_na_de_laatste_dag_niet_in(
    maak_gebruiker, bij_ede, kom_terug
):
    gebruiker = maak_gebruiker(einddatum=timezone.localdate() - DAG)
    Identiteit.objects.create(gebruiker=gebruiker, dienst="ede", kenmerk="k@ede.example")
    bij_ede.put_persoon("s-1", email="k@ede.example", email_verified=True)
    antwoord = kom_terug(Client(), "s-1")
    assert antwoord.status_code == 403
    assert "Uw account is niet geldig op deze dag" in antwoord.content.decode()


def test_een_account_dat_eindigt_voor_het_begint_kan_niet_bestaan(gebruiker):
    vandaag = timezone.localdate()
    with pytest.raises(IntegrityError, match="gebruiker_eindigt_na_begin"):
        Gebruiker.objects.update(begindatum=vandaag, einddatum=vandaag - DAG)


def test_inloggen_schrijft_op_wanneer_het_de_laatste_keer_was(gebruiker):
    log_in(Client())
    gebruiker.refresh_from_db()
    assert timezone.now() - gebruiker.laatst_ingelogd_op < timedelta(minutes=1)
