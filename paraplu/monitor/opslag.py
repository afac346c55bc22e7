"""Delta tables on disk: append in one commit per table, read by DuckDB through Ibis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake import Schema as DeltaSchema
from deltalake.exceptions import DeltaError

from paraplu.monitor.stand import LOG_BLIJFT, StandNietLeesbaar, Tabelstand
from paraplu.monitor.tabellen import REGELTABELLEN, SCHEMAS

if TYPE_CHECKING:
    import ibis
    from ibis.expr.types import Table

#: Lines first, then what makes them visible: half a batch is never seen.
SCHRIJFVOLGORDE = (*REGELTABELLEN, "bevinding", "levering", "aanlevering", "bericht", "bestand")


class Opslag:
    """The monitor's tables in one folder, each a Delta table with the name of its folder.

    `versies`: read these versions and no later ones; such an Opslag is for reading only.
    """

    def __init__(
        self,
        map: Path,  # noqa: A002
        *,
        con: ibis.BaseBackend | None = None,
        versies: Mapping[str, int] | None = None,
    ) -> None:
        self.map = Path(map)
        self._con = con
        self._vast = versies
        self._gezien: dict[str, int] = {}

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
                DeltaTable.create(
                    str(self.map / naam), schema=schema, mode="ignore", configuration=LOG_BLIJFT
                )
            else:
                self._vul_aan(naam, schema)

    def _vul_aan(self, naam: str, schema: pa.Schema) -> None:
        """Add the columns that came after this table was made; its rows have them empty."""
        tabel = DeltaTable(str(self.map / naam))
        bekend = {veld.name for veld in tabel.schema().fields}
        nieuw = [veld for veld in schema if veld.name not in bekend]
        if nieuw:
            tabel.alter.add_columns(DeltaSchema.from_arrow(pa.schema(nieuw)).fields)
        if not LOG_BLIJFT.items() <= tabel.metadata().configuration.items():
            tabel.alter.set_table_properties(LOG_BLIJFT)

    def voeg_toe(self, inhoud: Mapping[str, pa.Table | Sequence[pa.RecordBatch]]) -> dict[str, int]:
        """Append rows, one commit per table, in the order that keeps half a batch invisible.

        Returns the number of rows written per table; a table without rows gets no commit.
        Raises KeyError for a table that does not exist and ArrowInvalid for other columns.
        """
        if self._vast is not None:
            raise RuntimeError("een vastgezette stand is om te lezen")
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
        """Paths of the Parquet files of the version read (Delta percent-encodes them).

        Raises StandNietLeesbaar where a version was asked of which a file is gone.
        """
        if not self._bestaat(naam):
            return []
        paden = [unquote(uri).removeprefix("file://") for uri in self._delta(naam).file_uris()]
        if self._vast is not None and not all(Path(pad).exists() for pad in paden):
            raise _opgeruimd(naam, self._vast[naam])
        return paden

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
        self.bestanden(naam)
        tabel = self._delta(naam).to_pyarrow_table()
        for veld in SCHEMAS[naam]:
            if veld.name not in tabel.column_names:
                tabel = tabel.append_column(veld, pa.nulls(tabel.num_rows, veld.type))
        return tabel.select(SCHEMAS[naam].names).cast(SCHEMAS[naam])

    def versies(self) -> dict[str, int]:
        """The version of each table, read from the names in its log (cheap enough per page).

        Read in the reverse of the order of writing: of a batch that is being written no message is
        seen without its lines.
        """
        gelezen = {naam: self._versie(naam) for naam in reversed(SCHRIJFVOLGORDE)}
        return {naam: gelezen[naam] for naam in SCHEMAS}

    def aantal_regels(self) -> int:
        """The lines of all tables together, read from the log."""
        return sum(
            sum(self._delta(naam).get_add_actions(flatten=True)["num_records"].to_pylist())
            for naam in SCHEMAS
            if self._bestaat(naam)
        )

    def tabelstanden(self) -> tuple[Tabelstand, ...]:
        """The version of each table with the id that it was made with."""
        return tuple(
            Tabelstand(naam, versie, self.kenmerk(naam) if versie >= 0 else "")
            for naam, versie in self.versies().items()
        )

    def kenmerk(self, naam: str) -> str:
        """The id that Delta gave this table when it was made; a rebuilt table has another."""
        try:
            return str(DeltaTable(str(self.map / naam)).metadata().id)
        except DeltaError:
            return ""

    def _delta(self, naam: str) -> DeltaTable:
        if self._vast is None:
            return DeltaTable(str(self.map / naam))
        try:
            return DeltaTable(str(self.map / naam), version=self._vast[naam])
        except DeltaError as fout:
            raise _opgeruimd(naam, self._vast[naam]) from fout

    def _bestaat(self, naam: str) -> bool:
        return self._versie(naam) >= 0

    def _versie(self, naam: str) -> int:
        if self._vast is not None:
            return self._vast.get(naam, -1)
        return self._nieuwste(naam, self.map / naam / "_delta_log")

    def _nieuwste(self, naam: str, log: Path) -> int:
        """The last version in the log: looked for once, after that only whether there is a next one."""
        versie = self._gezien.get(naam, -1)
        if versie < 0 or not (log / f"{versie:020d}.json").exists():
            gevonden = (int(pad.stem) for pad in log.glob("*.json") if pad.stem.isdigit())
            versie = max(gevonden, default=-1)
        while (log / f"{versie + 1:020d}.json").exists():
            versie += 1
        self._gezien[naam] = versie
        return versie


def _opgeruimd(naam: str, versie: int) -> StandNietLeesbaar:
    return StandNietLeesbaar(
        f"versie {versie} van de tabel {naam} is opgeruimd en niet meer te lezen; zet een "
        "reservekopie van de tabellen terug, of vraag het cijfer met --bekend-op"
    )


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
