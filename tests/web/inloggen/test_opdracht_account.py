"""`paraplu account`: the first account of an installation, and the last day of one."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from paraplu.project import opdracht
from paraplu.web.inloggen.opdrachten import SOORTEN
from paraplu.web.models import Accountbesluit, Gebruiker, Identiteit, Soort, Spoor
from tests.web.inloggen.conftest import make_dienst

pytestmark = pytest.mark.django_db
MAAK = ["account", "maak", "b.beheer", "--naam", "B. Beheer", "--soort", "beheerder"]


@pytest.fixture(autouse=True)
def database(monkeypatch) -> None:
    """The tests have their database already."""
    monkeypatch.setattr(opdracht, "prepare_database", lambda: None)


def test_de_eerste_beheerder_kiest_zelf_een_wachtwoord(capsys):
    assert opdracht.main(MAAK) == 0
    uit = capsys.readouterr().out
    link = re.search(r"http://localhost:8000(/\S+)", uit)[1]
    assert Client().get(link).status_code == 200
    assert Gebruiker.objects.get().soort == "beheerder"
    assert Accountbesluit.objects.filter(door=None).count() == 2
    assert Spoor.objects.filter(handeling="account: gemaakt", gebruiker=None).exists()


def test_het_adres_in_de_link_is_dat_van_de_eigen_installatie(capsys):
    opdracht.main([*MAAK, "--adres", "https://paraplu.example/"])
    assert "https://paraplu.example/inloggen/wachtwoord/" in capsys.readouterr().out


def test_twee_keer_dezelfde_naam_kan_niet(capsys):
    opdracht.main(MAAK)
    assert opdracht.main(MAAK) == 2
    assert "heeft al een account" in capsys.readouterr().err


def test_een_gemeente_die_er_niet_is_kan_niet(capsys):
    woorden = ["account", "maak", "x.y", "--naam", "X", "--soort", "backoffice", "--code", "9999"]
    assert opdracht.main(woorden) == 2
    assert "Er is geen gemeente met code 9999." in capsys.readouterr().err
    assert not Gebruiker.objects.exists()


def test_met_een_inlogdienst_is_er_geen_link(capsys, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("https://login.ede.example")}
    woorden = ["account", "maak", "k.jansen", "--naam", "K", "--soort", "backoffice",
               "--code", "0228", "--dienst", "ede", "--kenmerk", "K@ede.example"]  # fmt: skip
    assert opdracht.main(woorden) == 0
    assert "http" not in capsys.readouterr().out
    assert Identiteit.objects.get().kenmerk == "k@ede.example"


def test_een_inlogdienst_van_een_ander_kan_niet(capsys, settings):
    settings.INLOGDIENSTEN = {"ede": make_dienst("https://login.ede.example")}
    woorden = ["account", "maak", "k.jansen", "--naam", "K", "--soort", "backoffice",
               "--code", "0202", "--dienst", "ede", "--kenmerk", "K@ede.example"]  # fmt: skip
    assert opdracht.main(woorden) == 2
    assert "niet voor deze organisatie" in capsys.readouterr().err


def test_beeindigen_geeft_vandaag_als_laatste_dag(capsys, maak_gebruiker):
    maak_gebruiker()
    assert opdracht.main(["account", "beeindig", "k.jansen"]) == 0
    assert Gebruiker.objects.get().einddatum == timezone.localdate()


def test_beeindigen_kan_ook_op_een_dag_die_nog_komt(maak_gebruiker):
    maak_gebruiker()
    dag = timezone.localdate() + timedelta(days=30)
    opdracht.main(["account", "beeindig", "k.jansen", "--op", dag.isoformat()])
    assert Gebruiker.objects.get().einddatum == dag


def test_beeindigen_van_wie_er_niet_is_kan_niet(capsys):
    assert opdracht.main(["account", "beeindig", "niemand"]) == 2
    assert "geen account" in capsys.readouterr().err


def test_de_lijst_toont_de_accounts_van_een_organisatie(capsys, maak_gebruiker):
    maak_gebruiker()
    maak_gebruiker("a.arnhem", organisatie_code="0202", organisatie_naam="Arnhem")
    opdracht.main(["account", "lijst", "--code", "0202", "--formaat", "json"])
    rijen = json.loads(capsys.readouterr().out)
    assert [rij["gebruikersnaam"] for rij in rijen] == ["a.arnhem"]
    opdracht.main(["account", "lijst"])
    assert "k.jansen" in capsys.readouterr().out


def test_de_soorten_op_de_opdrachtregel_zijn_die_van_het_model():
    assert set(SOORTEN) == set(Soort.values)
