"""The queries of the rules, turned into SQL once per process.

Ibis takes ten times as long to write a query as DuckDB to run it. The queries do not depend on the
data, nor on the day: that is a row in `peildag`. So they are made over empty tables and kept.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from paraplu.monitor.bladen import bladsoort
from paraplu.monitor.keten.beeld import Beeld, maak_beeld
from paraplu.monitor.keten.regel import PLEK, zoek_regel
from paraplu.monitor.tabellen import SCHEMAS

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


@dataclass
class Vragen:
    """The SQL of each table of `Beeld`, in the order to make them, and of each rule when asked."""

    tabellen: dict[str, str]
    beeld: Beeld
    con: ibis.BaseBackend
    _regels: dict[str, str] = field(default_factory=dict)
    _beurt: threading.Lock = field(default_factory=threading.Lock)

    def regel(self, code: str) -> str:
        """The query that finds who breaks a rule. Raises OnbekendeRegel."""
        with self._beurt:
            if code not in self._regels:
                gevonden = zoek_regel(code).zoek(self.beeld).select(*PLEK).distinct()
                self._regels[code] = _sql(self.con, gevonden)
            return self._regels[code]


@cache
def vragen() -> Vragen:
    """The queries, made over empty tables."""
    con = ibis.duckdb.connect()
    bron = {
        naam: con.create_table(bronnaam(naam), schema.empty_table())
        for naam, schema in BRONNEN.items()
    }
    tabellen: dict[str, str] = {}

    def bewaar(naam: str, maak: Callable[[], Table]) -> Table:
        tabel = maak()
        tabellen[naam] = _sql(con, tabel)
        return con.create_table(naam, tabel)

    return Vragen(tabellen, maak_beeld(bron, bewaar=bewaar), con)


def _sql(con: ibis.BaseBackend, tabel: Table) -> str:
    """The query, that finds its tables wherever a connection has them."""
    return str(con.compile(tabel)).replace('"memory"."main".', "")
