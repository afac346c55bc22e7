"""The page that holds the demo against public figures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.urls import reverse

from tests.demo.kleine_wereld import Geschreven
from tests.web.inrichting import Als, accounts, als, lege_monitor, statisch, statische_map

__all__ = ["accounts", "als", "lege_monitor", "statisch", "statische_map"]


@pytest.mark.django_db
def test_elk_cijfer_staat_naast_dat_van_de_demo(
    als: Als, lege_monitor: object, geschreven: Geschreven, var_map: Path
) -> None:
    (var_map / "demo").mkdir(parents=True)
    shutil.copy(geschreven.map / "wereld.json", var_map / "demo")
    antwoord = als("contractmanager").get(reverse("ijking"))
    assert antwoord.status_code == 200
    regels = antwoord.context["regels"]
    assert {"F079", "F083", "F215"} <= {regel.id for regel in regels}
    tekst = antwoord.content.decode()
    assert all(regel.wat in tekst for regel in regels)


@pytest.mark.django_db
def test_zonder_demo_zegt_de_pagina_dat(als: Als, lege_monitor: object, var_map: Path) -> None:
    antwoord = als("beheerder").get(reverse("ijking"))
    assert antwoord.status_code == 200
    assert "geen demo" in antwoord.content.decode()


@pytest.mark.django_db
def test_de_pagina_vraagt_een_account(client, statisch: None) -> None:
    antwoord = client.get(reverse("ijking"))
    assert antwoord.status_code == 302
