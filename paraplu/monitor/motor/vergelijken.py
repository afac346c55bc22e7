"""Every value on two engines over the same tables: rows, figures and receipts, and how long each took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from ibis.expr.types import Table

from paraplu.monitor.api import Monitor
from paraplu.monitor.motor.kiezen import DUCKDB, SPARK, find_motor
from paraplu.monitor.periode import Periode

#: What figures are split by when two engines are held side by side.
PER: Final = ("gelderland", "gemeente", "gi")
Antwoord = TypeVar("Antwoord")


@dataclass(frozen=True, kw_only=True)
class Vergelijking:
    """One value in one reading on both engines; seconds for the rows, the figures and the receipt.

    `rijen_anders`: rows that only one of the two has.
    """

    code: str
    variant: str
    rijen: int
    rijen_anders: int
    cijfers_gelijk: bool
    bon_gelijk: bool
    duckdb: float
    spark: float

    @property
    def gelijk(self) -> bool:
        """Whether nothing differs."""
        return not self.rijen_anders and self.cijfers_gelijk and self.bon_gelijk


def compare_motoren(
    map: Path,  # noqa: A002
    periode: Periode,
    *,
    codes: Sequence[str] = (),
    per: Sequence[str] = PER,
) -> Iterator[Vergelijking]:
    """Each value (or those of `codes`) in each reading on DuckDB and on Spark.

    Both derive their own tables from the same Delta tables. What one engine computed before is read
    from its own files; the seconds are then those of reading.
    """
    duckdb, spark = Monitor(map, motor=DUCKDB), Monitor(map, motor=SPARK)
    for indicator in duckdb.indicatoren():
        if codes and indicator.code not in codes:
            continue
        for variant in indicator.varianten:
            yield _compare(duckdb, spark, indicator.code, variant, periode=periode, per=per)


def _compare(
    duckdb: Monitor,
    spark: Monitor,
    code: str,
    variant: str,
    *,
    periode: Periode,
    per: Sequence[str],
) -> Vergelijking:
    def ask(monitor: Monitor) -> tuple[Path, list[Any], Any]:
        vraag: dict[str, Any] = {"variant": variant, "periode": periode}
        cijfers = [monitor.waarde(code, **vraag, per=dimensie).rijen for dimensie in per]
        bon = monitor.bon(code, **vraag)
        with monitor.geopend() as geopend:
            plek = geopend.rijen_op_schijf(monitor.vraag(code, **vraag))
        return plek, cijfers, (bon.kandidaten, bon.geteld, sorted(bon.afgevallen))

    (links, cijfers, bon), duur = _timed(lambda: ask(duckdb))
    (rechts, ander, andere_bon), duur_spark = _timed(lambda: ask(spark))
    rijen, anders = count_verschillen(links, rechts)
    return Vergelijking(
        code=code,
        variant=variant,
        rijen=rijen,
        rijen_anders=anders,
        cijfers_gelijk=cijfers == ander,
        bon_gelijk=bon == andere_bon,
        duckdb=duur,
        spark=duur_spark,
    )


def count_verschillen(links: Path, rechts: Path) -> tuple[int, int]:
    """The rows of one Parquet table, and how many rows only one of the two has, twins counted twice.

    A column of another type makes every row differ.
    """
    verbinding = find_motor(DUCKDB).connect()
    een, ander = (
        verbinding.open_parquet(plek, naam=naam)
        for naam, plek in (("links", links), ("rechts", rechts))
    )

    def count(tabel: Table) -> int:
        return int(
            verbinding.read(verbinding.compile(tabel.aggregate(n=tabel.count())))["n"][0].as_py()
        )

    aantal = count(een)
    if een.schema() != ander.schema():
        anders = aantal + count(ander)
    else:
        anders = count(een.difference(ander, distinct=False))
        anders += count(ander.difference(een, distinct=False))
    verbinding.close()
    return aantal, anders


def _timed(doe: Callable[[], Antwoord]) -> tuple[Antwoord, float]:
    begin = time.perf_counter()
    antwoord = doe()
    return antwoord, time.perf_counter() - begin
