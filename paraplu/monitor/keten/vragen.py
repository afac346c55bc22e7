"""The queries of the rules: they do not depend on the data, nor on the day (a row in `peildag`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from paraplu.monitor.bladen import bladsoort
from paraplu.monitor.keten.beeld import maak_beeld
from paraplu.monitor.keten.regel import PLEK, ketenregels
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.vraagboek import Vragen, schrijf_sql

#: What the rules read: the monitor's tables, the sheet of tariffs, and two questions.
BRONNEN: Mapping[str, pa.Schema] = {
    **{naam: SCHEMAS[naam] for naam in SCHEMAS if naam not in ("bestand", "bevinding", "levering")},
    "tarieven": bladsoort("tarieven").schema,
    "peildag": pa.schema([("dag", pa.date32())]),
    "opnieuw": pa.schema([("bericht", pa.string())]),
}


def bronnaam(naam: str) -> str:
    """The name of a source in the connection."""
    return f"bron_{naam}"


@cache
def maak_vragen() -> Vragen:
    """The SQL of each table of `Beeld` and of each rule, made over empty tables."""
    con = ibis.duckdb.connect()
    bron = {
        naam: con.create_table(bronnaam(naam), schema.empty_table())
        for naam, schema in BRONNEN.items()
    }
    tabellen: dict[str, str] = {}

    def bewaar(naam: str, maak: Callable[[], Table]) -> Table:
        tabel = maak()
        tabellen[naam] = schrijf_sql(con, tabel)
        return con.create_table(naam, tabel)

    beeld = maak_beeld(bron, bewaar=bewaar)
    regels = {
        code: schrijf_sql(con, regel.zoek(beeld).select(*PLEK).distinct())
        for code, regel in ketenregels().items()
    }
    return Vragen(tabellen, regels)
