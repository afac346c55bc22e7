"""Fixtures for everything that opens pages: accounts, a monitor that can be checked by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.test import Client

from paraplu.web import gegevens
from paraplu.web.actions import maak_demo_accounts
from paraplu.web.models import Gebruiker
from tests.web.nep_monitor import NepMonitor

GI = ("90000001", "Jeugdbescherming Gelderland")
AANBIEDER = ("90000101", "Pluryn")
Als = Callable[[str], Client]


@pytest.fixture(scope="session", autouse=True)
def statische_map() -> None:
    """The folder that `bin/start` collects stylesheets in; whitenoise warns where it is not."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def statisch(settings) -> None:
    """Stylesheets under their own names: `bin/start` has not collected them here."""
    gewoon = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": gewoon}


@pytest.fixture
def accounts(db: None) -> dict[str, Gebruiker]:
    """One account per kind of user, by kind."""
    gemaakt = Gebruiker.objects.bulk_create(
        Gebruiker(**{**velden, "password": make_password(None)}) for velden in _demo_accounts()
    )
    return {gebruiker.soort: gebruiker for gebruiker in gemaakt}


@cache
def _demo_accounts() -> list[dict[str, Any]]:
    """What the demo's accounts hold, asked of the action once: hundreds of tests begin with them."""
    with transaction.atomic():
        gemaakt = maak_demo_accounts(gi=GI, aanbieder=AANBIEDER)
        transaction.set_rollback(True)
    return [
        {veld.attname: getattr(gebruiker, veld.attname) for veld in Gebruiker._meta.concrete_fields
         if not veld.primary_key}
        for gebruiker in gemaakt
    ]  # fmt: skip


@pytest.fixture
def als(accounts: dict[str, Gebruiker]) -> Als:
    """A browser in which someone of this kind is logged in."""

    def log_in(soort: str) -> Client:
        client = Client()
        client.force_login(accounts[soort])
        return client

    return log_in


@pytest.fixture
def nep(monkeypatch: pytest.MonkeyPatch) -> NepMonitor:
    """The pages read this monitor instead of tables."""
    monitor = NepMonitor()
    monkeypatch.setattr(gegevens, "open_monitor", lambda bekend_op=None: monitor)
    return monitor


@pytest.fixture
def lege_monitor(monkeypatch: pytest.MonkeyPatch) -> NepMonitor:
    """A Paraplu that nothing has been delivered to."""
    monitor = NepMonitor(leeg=True)
    monkeypatch.setattr(gegevens, "open_monitor", lambda bekend_op=None: monitor)
    return monitor


@pytest.fixture
def eigen_var(var_map: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty `var`, and no keys from the environment."""
    for naam in ("KIND", "BESTAND"):
        monkeypatch.delenv(f"PARAPLU_SLEUTEL_{naam}", raising=False)
    return var_map


@pytest.fixture(autouse=True)
def voet_zonder_monitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The foot of a page says when was last delivered: for pages of the work no tables are opened."""
    monkeypatch.setattr(gegevens, "laatst_bijgewerkt", lambda: None)
