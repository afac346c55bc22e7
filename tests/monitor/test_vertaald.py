"""Afgeleide tabellen uit bewaarde vragen zijn dezelfde als die uit de uitdrukkingen zelf."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from paraplu.monitor import afgeleid
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.opslag import Opslag


@pytest.fixture(autouse=True)
def nog_niets_vertaald(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afgeleid, "_VERTAALD", {})


def tabellen_van(opslag: Opslag, doel: Path, *, op: date) -> dict[str, tuple[object, list[str]]]:
    """Every derived table: its columns and its rows, in whatever order."""
    doel.mkdir()
    afgeleid.schrijf_afgeleid(opslag, Bladen(opslag.map), op=op, doel=doel)
    gelezen = {pad.name: pq.read_table(pad) for pad in doel.glob("*.parquet")}
    return {naam: (t.schema, sorted(map(str, t.to_pylist()))) for naam, t in gelezen.items()}


def test_vragen_van_lege_tabellen_geven_bij_volle_hetzelfde(
    opslag: Opslag, wereldmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vol = Opslag(wereldmap)
    zelf = tabellen_van(vol, tmp_path / "zelf", op=afgeleid.ALTIJD)
    assert len(zelf["toewijzingen.parquet"][1]) > 10
    afgeleid._VERTAALD.clear()
    tabellen_van(opslag, tmp_path / "leeg", op=afgeleid.ALTIJD)
    monkeypatch.setattr(afgeleid, "afleiden", None)  # no expression is made from here on
    assert tabellen_van(vol, tmp_path / "herhaald", op=afgeleid.ALTIJD) == zelf


def test_vragen_van_de_ene_dag_zijn_niet_die_van_de_andere(wereldmap: Path, tmp_path: Path) -> None:
    vol = Opslag(wereldmap)
    nu = tabellen_van(vol, tmp_path / "nu", op=afgeleid.ALTIJD)
    toen = tabellen_van(vol, tmp_path / "toen", op=date(2021, 6, 30))
    assert len(toen["toewijzingen.parquet"][1]) < len(nu["toewijzingen.parquet"][1])
