"""Identity providers on loopback, and people who want to come in."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import pytest
import requests
from django.test import Client

from paraplu.web.inloggen.diensten import Inlogdienst
from paraplu.web.models import Gebruiker
from tests.web.inloggen.kwade_dienst import KwadeDienst

WACHTWOORD = "een lange zin als wachtwoord"


def free_port() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return deur.getsockname()[1]


def make_dienst(issuer: str, **velden) -> Inlogdienst:
    basis = Inlogdienst(
        sleutel="ede", naam="Gemeente Ede", issuer=issuer, client_id="paraplu",
        geheim="niet-echt", organisaties=frozenset({"gemeente:0228"}),
    )  # fmt: skip
    return replace(basis, **velden)


@dataclass
class EchteDienst:
    """A provider that others wrote, in a process of its own; we play the browser."""

    issuer: str

    def put_persoon(self, sub: str, **claims: object) -> None:
        requests.put(f"{self.issuer}/users/{sub}", json=claims, timeout=5).raise_for_status()

    def log_in(self, adres: str, sub: str) -> str:
        """Fill in the form of the provider at `adres`; returns where it sends the browser."""
        antwoord = requests.post(adres, data={"sub": sub}, allow_redirects=False, timeout=5)
        return antwoord.headers["Location"]


@pytest.fixture(autouse=True)
def zonder_tabellen(nep) -> None:
    """The foot of every page asks the monitor; these tests need no tables."""


@pytest.fixture(autouse=True)
def vlotte_wachtwoorden(settings) -> None:
    """The real hash takes a second on purpose; here it is not what is tested."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def echte_dienst() -> Iterator[EchteDienst]:
    poort = free_port()
    woorden = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(poort)]
    proces = subprocess.Popen(woorden, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    dienst = EchteDienst(f"http://127.0.0.1:{poort}")
    try:
        for _keer in range(100):
            try:
                requests.get(f"{dienst.issuer}/jwks", timeout=1)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield dienst
    finally:
        proces.terminate()
        proces.wait(timeout=10)


@pytest.fixture
def bij_ede(echte_dienst: EchteDienst, settings) -> EchteDienst:
    """The installation knows one provider: that of the gemeente Ede."""
    settings.INLOGDIENSTEN = {"ede": make_dienst(echte_dienst.issuer)}
    return echte_dienst


@pytest.fixture
def kwade_dienst() -> Iterator[KwadeDienst]:
    """A provider that says whatever the test wants."""
    dienst = KwadeDienst()
    yield dienst
    dienst.close()


@pytest.fixture
def kom_terug(bij_ede: EchteDienst) -> Callable[..., object]:
    """Go to the provider, log in there as `sub`, and come back."""

    def kom(client: Client, sub: str, vraag: str = ""):
        heen = client.get(f"/inloggen/bij/ede/{vraag}")
        terug = urlsplit(bij_ede.log_in(heen["Location"], sub))
        return client.get(f"{terug.path}?{terug.query}")

    return kom


@pytest.fixture
def maak_gebruiker(db) -> Callable[..., Gebruiker]:
    """A user of the gemeente Ede; without a password unless the test gives one."""

    def maak(gebruikersnaam: str = "k.jansen", **velden) -> Gebruiker:
        basis = {
            "naam": "K. Jansen", "soort": "backoffice", "organisatie_soort": "gemeente",
            "organisatie_code": "0228", "organisatie_naam": "Ede",
        }  # fmt: skip
        return Gebruiker.objects.create_user(gebruikersnaam, **basis | velden)

    return maak


@pytest.fixture
def gebruiker(maak_gebruiker) -> Gebruiker:
    """Somebody with a local account."""
    return maak_gebruiker(password=WACHTWOORD)
