"""Runs the query over the tables on disk, and keeps its rows beside the other derived tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.types import Table

from paraplu.monitor.opslag import Opslag, met_kolommen
from paraplu.monitor.vraagboek import Vragen, schrijf_sql, vervang, zoek_vragen
from paraplu.monitor.wachten.beeld import BRONNEN, maak_beeld
from paraplu.monitor.wachten.lezen import Wachten
from paraplu.monitor.wachten.termijntabel import termijntabel, werkdagtabel
from paraplu.monitor.wachten.wachten import SCHEMA, maak_wachten


@cache
def maak_vragen() -> Vragen:
    """The queries, made over empty tables."""
    con = ibis.duckdb.connect()
    bron = {naam: con.create_table(_bron(naam), s.empty_table()) for naam, s in BRONNEN.items()}
    tabellen: dict[str, str] = {}

    def bewaar(naam: str, maak: Callable[[], Table]) -> Table:
        tabel = maak()
        tabellen[naam] = schrijf_sql(con, tabel)
        return con.create_table(naam, tabel)

    beeld = maak_beeld(bron, bewaar=bewaar)
    wachten = schrijf_sql(con, maak_wachten(bron, beeld, bewaar=bewaar))
    return Vragen(tabellen, {"wachten": wachten})


def reken(bron: Mapping[str, pa.Table], *, op: date) -> pa.Table:
    """The waits over tables in memory; a table that is not given is empty."""
    con = duckdb.connect()
    for naam, schema in BRONNEN.items():
        con.register(_bron(naam), bron.get(naam, schema.empty_table()))
    return _voer_uit(con, op, maak_vragen())


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
    vragen = zoek_vragen("wachten", maak_vragen, plek=opslag.map / "_afgeleid")
    return _voer_uit(con.con, op, vragen)


def open_wachten(opslag: Opslag, plek: Path, *, op: date) -> Wachten:
    """The waits as known on `op`, from a file in `plek`, made at the first use."""
    bestand = plek / f"wachten-{op}.parquet"
    if not bestand.exists():
        rijen = reken_opslag(opslag, op=op)
        vervang(bestand, lambda doel: pq.write_table(rijen, doel))
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
    uit: pa.Table = con.execute(gevraagd.vragen["wachten"]).to_arrow_table()
    con.close()
    return uit.select(SCHEMA.names).cast(SCHEMA)


def _bron(naam: str) -> str:
    return f"bron_{naam}"
