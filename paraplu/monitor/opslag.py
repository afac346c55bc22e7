"""Delta tables on disk: append in one commit per table, read by DuckDB through Ibis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake import Schema as DeltaSchema

from paraplu.monitor.tabellen import REGELTABELLEN, SCHEMAS

if TYPE_CHECKING:
    import ibis
    from ibis.expr.types import Table

#: Lines first, then what makes them visible: half a batch is never seen.
SCHRIJFVOLGORDE = (*REGELTABELLEN, "bevinding", "levering", "aanlevering", "bericht", "bestand")


class Opslag:
    """The monitor's tables in one folder, each a Delta table with the name of its folder."""

    def __init__(self, map: Path, *, con: ibis.BaseBackend | None = None) -> None:  # noqa: A002
        self.map = Path(map)
        self._con = con

    @property
    def con(self) -> ibis.BaseBackend:
        """The DuckDB connection that reads; made at the first use."""
        if self._con is None:
            import ibis  # noqa: PLC0415  writing does not need it, and it takes a second or two

            self._con = ibis.duckdb.connect()
        return self._con

    def maak(self) -> None:
        """Create every table that does not exist yet, and every column that a table lacks."""
        for naam, schema in SCHEMAS.items():
            if not self._bestaat(naam):
                (self.map / naam).mkdir(parents=True, exist_ok=True)
                DeltaTable.create(str(self.map / naam), schema=schema, mode="ignore")
            else:
                self._vul_aan(naam, schema)

    def _vul_aan(self, naam: str, schema: pa.Schema) -> None:
        """Add the columns that came after this table was made; its rows have them empty."""
        tabel = DeltaTable(str(self.map / naam))
        bekend = {veld.name for veld in tabel.schema().fields}
        nieuw = [veld for veld in schema if veld.name not in bekend]
        if nieuw:
            tabel.alter.add_columns(DeltaSchema.from_arrow(pa.schema(nieuw)).fields)

    def voeg_toe(self, inhoud: Mapping[str, pa.Table | Sequence[pa.RecordBatch]]) -> dict[str, int]:
        """Append rows, one commit per table, in the order that keeps half a batch invisible.

        Returns the number of rows written per table; a table without rows gets no commit.
        Raises KeyError for a table that does not exist and ArrowInvalid for other columns.
        """
        onbekend = set(inhoud) - set(SCHEMAS)
        if onbekend:
            raise KeyError(f"geen tabel van de monitor: {', '.join(sorted(onbekend))}")
        geschreven = {}
        for naam in SCHRIJFVOLGORDE:
            if naam not in inhoud:
                continue
            tabel = _als_tabel(inhoud[naam], SCHEMAS[naam])
            if tabel.num_rows:
                write_deltalake(str(self.map / naam), tabel, mode="append")
                geschreven[naam] = tabel.num_rows
        return geschreven

    def bestanden(self, naam: str) -> list[str]:
        """Paths of the Parquet files of the newest version (Delta percent-encodes them)."""
        if not self._bestaat(naam):
            return []
        return [
            unquote(uri).removeprefix("file://")
            for uri in DeltaTable(str(self.map / naam)).file_uris()
        ]

    def lees(self, naam: str) -> Table:
        """The table as an Ibis expression; a table without rows keeps its columns."""
        schema = SCHEMAS[naam]
        bestanden = self.bestanden(naam)
        if not bestanden:
            import ibis  # noqa: PLC0415

            return ibis.memtable(schema.empty_table())
        return met_kolommen(self.con.read_parquet(bestanden, union_by_name=True), schema)

    def arrow(self, naam: str) -> pa.Table:
        """The whole table in memory, with exactly the columns and types of `SCHEMAS`."""
        if not self._bestaat(naam):
            return SCHEMAS[naam].empty_table()
        tabel = DeltaTable(str(self.map / naam)).to_pyarrow_table()
        for veld in SCHEMAS[naam]:
            if veld.name not in tabel.column_names:
                tabel = tabel.append_column(veld, pa.nulls(tabel.num_rows, veld.type))
        return tabel.select(SCHEMAS[naam].names).cast(SCHEMAS[naam])

    def versies(self) -> dict[str, int]:
        """The version of each table, read from the names in its log (cheap enough per page)."""
        return {naam: self._versie(naam) for naam in SCHEMAS}

    def _bestaat(self, naam: str) -> bool:
        return self._versie(naam) >= 0

    def _versie(self, naam: str) -> int:
        log = self.map / naam / "_delta_log"
        if not log.is_dir():
            return -1
        return max((int(pad.stem) for pad in log.glob("*.json") if pad.stem.isdigit()), default=-1)


def met_kolommen(tabel: Table, schema: pa.Schema) -> Table:
    """The table with exactly the columns of `schema`; empty where its files are older than one."""
    import ibis  # noqa: PLC0415
    from ibis.expr.schema import Schema  # noqa: PLC0415

    typen = Schema.from_pyarrow(schema)
    return tabel.select(
        **{
            naam: tabel[naam] if naam in tabel.columns else ibis.null(typen[naam])
            for naam in schema.names
        }
    )


def _als_tabel(inhoud: pa.Table | Sequence[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
    if isinstance(inhoud, pa.Table):
        return inhoud.select(schema.names).cast(schema)
    if not inhoud:
        return schema.empty_table()
    return pa.Table.from_batches(inhoud).select(schema.names).cast(schema)
