"""`paraplu verdicht`: numbers before and after, and nothing that a kept report needs goes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from paraplu.afspraken.plaats import tabellen_map
from paraplu.inname import slot
from paraplu.monitor import Monitor
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.project import verdicht

LEVERINGEN = 5


@pytest.fixture
def opdracht(var_map: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The command, without reports."""
    parser = argparse.ArgumentParser()
    verdicht.register(parser.add_subparsers())
    monkeypatch.setattr(verdicht, "find_standen", list)
    return lambda *woorden: (args := parser.parse_args(["verdicht", *woorden])).doe(args)


def lever() -> Opslag:
    """Small deliveries, each a file of its own."""
    opslag = Opslag(tabellen_map())
    opslag.maak()
    for nummer in range(LEVERINGEN):
        rij = dict.fromkeys(SCHEMAS["levering"].names) | {"levering": f"l{nummer}"}
        opslag.voeg_toe({"levering": pa.Table.from_pylist([rij], schema=SCHEMAS["levering"])})
    return opslag


def test_het_zegt_hoeveel_bestanden_er_waren_en_zijn(opdracht, capsys) -> None:
    opslag = lever()
    assert opdracht("--droog") == 0
    assert f"{LEVERINGEN} → {LEVERINGEN}" in capsys.readouterr().out
    assert opdracht("--formaat", "json") == 0
    rijen = {rij["tabel"]: rij for rij in json.loads(capsys.readouterr().out)}
    assert (rijen["levering"]["bestanden_voor"], rijen["levering"]["bestanden_na"]) == (5, 1)
    assert opslag.arrow("levering").num_rows == LEVERINGEN


def test_het_wacht_tot_de_inname_klaar_is(opdracht, monkeypatch) -> None:
    lever()
    gedaan = []

    def sluit(_handvat: object, hoe: int) -> None:
        gedaan.append(hoe)

    monkeypatch.setattr(slot.fcntl, "flock", sluit)
    assert opdracht() == 0
    assert gedaan[0] & slot.fcntl.LOCK_EX


@pytest.mark.django_db
def test_de_stand_van_een_verslag_wordt_gelezen(var_map: Path, monkeypatch) -> None:
    lever()
    stand = Monitor(tabellen_map()).stand()
    monkeypatch.setattr(
        "paraplu.verslagen.queries.kept_standen", lambda: [json.loads(json.dumps(stand.als_dict()))]
    )
    assert verdicht.find_standen() == [stand]


@pytest.mark.django_db
def test_voor_de_eerste_start_zijn_er_geen_verslagen(monkeypatch) -> None:
    monkeypatch.setattr("paraplu.verslagen.models.Rapport._meta.db_table", "nog_niet_gemaakt")
    assert verdicht.find_standen() == []


def test_zonder_tabellen_of_te_kort_kan_het_niet(opdracht, capsys) -> None:
    assert opdracht() == 2
    assert "lees eerst een levering in" in capsys.readouterr().err
    lever()
    assert opdracht("--dagen", "1") == 2
    assert "minstens 7 dagen" in capsys.readouterr().err
