"""Queries that hold for any data and day, written once and kept beside the derived tables.

Ibis takes ten times as long to write a query as DuckDB to run it. So queries are made over empty
tables, and kept on disk for every process; a change of our code makes them anew.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import ibis
from ibis.expr.types import Table

from paraplu.monitor.afgeleid import stempel_van_de_code


@dataclass(frozen=True)
class Vragen:
    """The SQL of each table on the way, in the order to make them, and of each question."""

    tabellen: Mapping[str, str]
    vragen: Mapping[str, str]


def zoek_vragen(naam: str, maak: Callable[[], Vragen], *, plek: Path | None) -> Vragen:
    """The queries called `naam`, from `plek` when another process left them there, else made.

    Without `plek` they are made and not kept; `maak` then does well to remember them itself.
    """
    if plek is None:
        return maak()
    bestand = plek / f"query-{stempel_van_de_code()[:16]}-{naam}" / "vragen.json"
    if not bestand.exists():
        bestand.parent.mkdir(parents=True, exist_ok=True)
        tekst = json.dumps(asdict(maak()))
        vervang(bestand, lambda doel: doel.write_text(tekst))
    return _lees(bestand)


@lru_cache(maxsize=8)
def _lees(bestand: Path) -> Vragen:
    return Vragen(**json.loads(bestand.read_text()))


def vervang(bestand: Path, schrijf: Callable[[Path], object]) -> None:
    """Write beside the file and put it in its place at once, so that nobody reads half of it."""
    tijdelijk = bestand.with_suffix(f".{os.getpid()}-{threading.get_native_id()}")
    schrijf(tijdelijk)
    tijdelijk.replace(bestand)


def schrijf_sql(con: ibis.BaseBackend, tabel: Table) -> str:
    """The query of `tabel`, that finds its tables wherever a connection has them."""
    return str(con.compile(tabel)).replace('"memory"."main".', "")
