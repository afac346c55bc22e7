"""DuckDB: the engine inside the program, and the one without the setting."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from paraplu.monitor.motor.kiezen import DUCKDB
from paraplu.monitor.motor.verbinding import find_bestanden
from paraplu.monitor.opslag import met_kolommen

#: What DuckDB makes of a sum of whole numbers.
RUIM = "HUGEINT"


class DuckDB:
    """Makes connections that live in the memory of this process."""

    naam = DUCKDB
    achtervoegsel = ""
    bewaart_vragen = True

    def check(self) -> None:
        """It comes with the program."""

    def connect(self, *, werkmap: Path | None = None) -> DuckVerbinding:
        """A new database in memory, that spills to `werkmap`."""
        opties = {"temp_directory": str(werkmap)} if werkmap else {}
        return DuckVerbinding(ibis.duckdb.connect(**opties))


class DuckVerbinding:
    """A database of its own; see `Verbinding`."""

    def __init__(self, con: ibis.backends.duckdb.Backend) -> None:
        self.con = con

    def open_delta(self, paden: Sequence[str], schema: pa.Schema, *, naam: str) -> Table:
        """The files of a Delta version, under a name that is the same for each version."""
        if not paden:
            return self.con.create_table(naam, schema.empty_table(), overwrite=True)
        gelezen = met_kolommen(self.con.read_parquet(paden, union_by_name=True), schema)
        return self.con.create_view(naam, gelezen, overwrite=True)

    def open_parquet(self, plek: Path, *, naam: str) -> Table:
        """A derived table, of either engine."""
        return self.con.read_parquet(find_bestanden(plek), table_name=naam)

    def compile(self, tabel: Table) -> str:
        """The query in DuckDB's SQL."""
        return str(self.con.compile(tabel))

    def write(self, query: str, plek: Path) -> None:
        """One Parquet file. A sum of whole numbers stays one: Parquet would make it a fraction."""
        soorten = self.con.raw_sql(f"DESCRIBE {query}").fetchall()
        heel = [
            f'CAST("{naam}" AS BIGINT) AS "{naam}"' for naam, soort, *_ in soorten if soort == RUIM
        ]
        keuze = f"* REPLACE ({', '.join(heel)})" if heel else "*"
        doel = self.quote(str(plek))
        self.con.raw_sql(f"COPY (SELECT {keuze} FROM ({query})) TO {doel} (FORMAT parquet)")  # noqa: S608  our own expressions

    def read(self, query: str) -> pa.Table:
        """The rows in memory."""
        gelezen: pa.Table = self.con.raw_sql(query).to_arrow_table()
        return gelezen

    def quote(self, waarde: str) -> str:
        """Between quotes, a quote doubled; DuckDB knows no other escape."""
        return "'" + waarde.replace("'", "''") + "'"

    def close(self) -> None:
        """Forget the database."""
        self.con.disconnect()
