"""The pages over a small province that was really taken in: no fake between page and message."""

from __future__ import annotations

from pathlib import Path

import pytest

from paraplu.monitor.periode import Periode
from paraplu.web import gegevens
from paraplu.web.getallen import toon
from tests.web.test_overzicht import lees

pytestmark = pytest.mark.traag


@pytest.fixture
def provincie(ingenomen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages read the tables of the small province, that the background has derived."""
    monkeypatch.setenv("PARAPLU_VAR", str(ingenomen.parent))
    gegevens.open_monitor().bereik()


def test_het_overzicht_toont_de_cijfers_van_de_monitor(als, provincie):
    [(_periode, stand)] = gegevens.open_monitor().reeks("V2c", perioden=[Periode.jaar(2021)])
    tekst = lees(als("provincie"), "/?jaar=2021")
    assert f"Eind 2021 liepen in Gelderland {toon(stand['stand'])} maatregelen" in tekst


def test_elke_waarde_heeft_een_pagina_een_tabel_en_regels(als, provincie):
    client = als("contractmanager")
    for indicator in gegevens.open_monitor().indicatoren():
        vraag = "?jaar=2021&gebied=regio-CG"
        for pagina in ("", "uitvoer/xlsx/", "regels/", "regels/uitvoer/csv/"):
            antwoord = client.get(f"/waarden/{indicator.code}/{pagina}{vraag}")
            assert antwoord.status_code == 200, antwoord.request["PATH_INFO"]


def test_een_levering_opent_voor_wie_erin_voorkomt(als, provincie):
    client = als("contractmanager")
    eerste = gegevens.open_monitor().leveringen()[-1]["levering"]
    assert "Levering van" in lees(client, f"/leveringen/{eerste}/")


def test_de_volledigheid_telt_wat_de_monitor_verwacht(als, provincie):
    regels = gegevens.open_monitor().volledigheid(Periode.jaar(2021), {"gelderland": "gelderland"})
    verwacht = toon(sum(regel.verwacht for regel in regels))
    assert f"Van {verwacht} verwachte declaraties" in lees(
        als("wethouder"), "/volledigheid/?jaar=2021"
    )
