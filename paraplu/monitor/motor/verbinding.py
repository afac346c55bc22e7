"""What the monitor asks of an engine, and no more: so that it can be replaced."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import ibis
import pyarrow as pa
from ibis.expr.types import Table


class Verbinding(Protocol):
    """An open connection with tables of its own names; not for two threads at once."""

    @property
    def con(self) -> ibis.BaseBackend:
        """The Ibis connection, for expressions over the tables that were opened here."""

    def open_delta(self, paden: Sequence[str], schema: pa.Schema, *, naam: str) -> Table:
        """The Parquet files of a Delta version as `schema`; a column that a file lacks is empty."""

    def open_parquet(self, plek: Path, *, naam: str) -> Table:
        """What `write` left at `plek`, of this engine or the other: a file, or a folder of files."""

    def compile(self, tabel: Table) -> str:
        """The query of an expression, in the language of this engine."""

    def write(self, query: str, plek: Path) -> None:
        """Run a query and write its rows as Parquet."""

    def read(self, query: str) -> pa.Table:
        """Run a query and give its rows."""

    def quote(self, waarde: str) -> str:
        """A text as it stands in a query, whatever is in it."""

    def close(self) -> None:
        """Forget the tables of this connection; what others have open stays."""


class Motor(Protocol):
    """An engine: it makes connections."""

    naam: str
    #: Behind the names of what this engine makes on disk, so that it never reads another's answer.
    achtervoegsel: str
    #: Whether writing a query takes so long beside running it that queries are kept, see `sjabloon`.
    bewaart_vragen: bool

    def check(self) -> None:
        """Raises MotorOntbreekt with what to install, when this machine cannot run it."""

    def connect(self, *, werkmap: Path | None = None) -> Verbinding:
        """A new connection. `werkmap`: where to keep what does not fit in memory."""


def find_bestanden(plek: Path) -> list[str]:
    """The Parquet files of a derived table: DuckDB writes one, Spark a folder."""
    if plek.is_dir():
        return sorted(str(pad) for pad in plek.glob("*.parquet"))
    return [str(plek)]
