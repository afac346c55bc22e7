"""Runs the query over the tables on disk, and keeps its rows beside the other derived tables."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from paraplu.monitor.afgeleid import stempel_van_de_code
from paraplu.monitor.opslag import Opslag, met_kolommen
from paraplu.monitor.wachten.beeld import BRONNEN, maak_beeld
from paraplu.monitor.wachten.lezen import Wachten
from paraplu.monitor.wachten.termijntabel import termijntabel, werkdagtabel
from paraplu.monitor.wachten.wachten import SCHEMA, maak_wachten


@dataclass(frozen=True)
class Vragen:
    """The SQL of each table on the way, in the order to make them, and of the waits."""

    tabellen: Mapping[str, str]
    wachten: str


def vragen(plek: Path | None = None) -> Vragen:
    """The queries, written once: by this process, or by another that left them in `plek`.

    Ibis takes longer to write them than DuckDB to run them, and they hold for any data and day.
    """
    bestand = plek and plek / f"query-{stempel_van_de_code()[:16]}-wachten" / "vragen.json"
    if bestand and bestand.exists():
        return _lees_vragen(bestand)
    gemaakt = maak_vragen()
    if bestand:
        bestand.parent.mkdir(parents=True, exist_ok=True)
        _vervang(bestand, lambda doel: doel.write_text(json.dumps(asdict(gemaakt))))
    return gemaakt


@cache
def maak_vragen() -> Vragen:
    """The queries, made over empty tables."""
    con = ibis.duckdb.connect()
    bron = {naam: con.create_table(_bron(naam), s.empty_table()) for naam, s in BRONNEN.items()}
    tabellen: dict[str, str] = {}

    def bewaar(naam: str, maak: Callable[[], Table]) -> Table:
        tabel = maak()
        tabellen[naam] = _sql(con, tabel)
        return con.create_table(naam, tabel)

    beeld = maak_beeld(bron, bewaar=bewaar)
    return Vragen(tabellen, _sql(con, maak_wachten(bron, beeld, bewaar=bewaar)))


@lru_cache(maxsize=2)
def _lees_vragen(bestand: Path) -> Vragen:
    return Vragen(**json.loads(bestand.read_text()))


def _vervang(bestand: Path, schrijf: Callable[[Path], object]) -> None:
    """Write beside the file and put it in its place at once, so that nobody reads half of it."""
    tijdelijk = bestand.with_suffix(f".{os.getpid()}-{threading.get_native_id()}")
    schrijf(tijdelijk)
    tijdelijk.replace(bestand)


def reken(bron: Mapping[str, pa.Table], *, op: date) -> pa.Table:
    """The waits over tables in memory; a table that is not given is empty."""
    con = duckdb.connect()
    for naam, schema in BRONNEN.items():
        con.register(_bron(naam), bron.get(naam, schema.empty_table()))
    return _voer_uit(con, op, vragen())


def reken_opslag(opslag: Opslag, *, op: date) -> pa.Table:
    """The waits over the tables on disk, as known on `op`."""
    con = ibis.duckdb.connect()
    for naam, schema in BRONNEN.items():
        bestanden = opslag.bestanden(naam) if naam not in _ERBIJ else []
        if bestanden:
            gelezen = con.read_parquet(bestanden, union_by_name=True)
            con.create_view(_bron(naam), met_kolommen(gelezen, schema))
        else:
            con.con.register(_bron(naam), schema.empty_table())
    return _voer_uit(con.con, op, vragen(opslag.map / "_afgeleid"))


def open_wachten(opslag: Opslag, plek: Path, *, op: date) -> Wachten:
    """The waits as known on `op`, from a file in `plek`, made at the first use."""
    bestand = plek / f"wachten-{op}.parquet"
    if not bestand.exists():
        rijen = reken_opslag(opslag, op=op)
        _vervang(bestand, lambda doel: pq.write_table(rijen, doel))
    return _open(bestand, op)


@cache
def leeg() -> Wachten:
    """Where nothing was delivered nobody waits."""
    return Wachten.uit_tabel(SCHEMA.empty_table(), op=None)


@lru_cache(maxsize=8)
def _open(bestand: Path, op: date) -> Wachten:
    return Wachten.uit_bestand(bestand, op=op)


#: Sources that are not in the store.
_ERBIJ = ("peildag", "termijnen", "werkdagen")


def _voer_uit(con: duckdb.DuckDBPyConnection, op: date, gevraagd: Vragen) -> pa.Table:
    dag = pa.table({"dag": [op]}, schema=BRONNEN["peildag"])
    for naam, tabel in zip(_ERBIJ, (dag, termijntabel(op), werkdagtabel(op)), strict=True):
        con.register(_bron(naam), tabel)
    for naam, query in gevraagd.tabellen.items():
        con.execute(f'CREATE TABLE "{naam}" AS {query}')
    uit: pa.Table = con.execute(gevraagd.wachten).to_arrow_table()
    con.close()
    return uit.select(SCHEMA.names).cast(SCHEMA)


def _bron(naam: str) -> str:
    return f"bron_{naam}"


def _sql(con: ibis.BaseBackend, tabel: Table) -> str:
    """The query, that finds its tables wherever a connection has them."""
    return str(con.compile(tabel)).replace('"memory"."main".', "")
