"""Wie de tabellen opent zoals docs/power-bi.md zegt, krijgt hetzelfde cijfer als de monitor."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from deltalake import DeltaTable

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.tabellen import SCHEMAS

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "power-bi.md"


def blok(taal: str) -> str:
    """The block of code of the page in this language."""
    gevonden = re.search(rf"```{taal}\n(.*?)```", PAGINA.read_text(), re.DOTALL)
    assert gevonden
    return gevonden[1]


def test_de_query_van_de_pagina_geeft_het_cijfer_van_de_monitor(wereldmap: Path) -> None:
    namen: dict[str, Any] = {"tabellen": str(wereldmap)}
    exec(blok("python"), namen)
    bedrag = namen["verbinding"].execute(blok("sql")).fetchone()[0]
    namen["verbinding"].close()

    alles = Monitor(wereldmap, ingegaan_na=date(1900, 1, 1)).waarde(
        "V1a", periode=Periode.jaar(2023), per="alles"
    )
    assert bedrag == float(alles.rijen[0].waarden["bedrag"]) > 0


def test_de_tabellen_vragen_van_een_lezer_niets_bijzonders(wereldmap: Path) -> None:
    for naam in SCHEMAS:
        tabel = DeltaTable(str(wereldmap / naam))

        assert tabel.protocol().min_reader_version == 1, naam
        assert tabel.metadata().partition_columns == [], naam
        assert naam in PAGINA.read_text()
