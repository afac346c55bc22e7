# ruff: noqa: PLC0415  the process that measures imports what it measures, and nothing else
"""DuckDB beside Spark over the same tables, in one run: the ratio, and where Spark begins to gain.

`python bench/motoren.py MAP [REGELS …]` makes worlds of these numbers of declaration lines under MAP
(default 100,000 and 1,000,000) and prints per value and engine: seconds of processor, seconds of the
clock, memory. Spark's Java counts. Each measurement is a process of its own; of `RONDEN` the quickest.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import zeven_wereld

BENCH = Path(__file__).resolve().parent
#: One value of each form: sum, stream, median, overlap, step down.
WAARDEN = ("V1", "V2c", "V3", "V4", "V6", "V7")
MOTOREN = ("duckdb", "spark")
RONDEN = int(os.environ.get("RONDEN", "2"))
JAAR = 2023


def bereken(map_: Path, motor: str) -> None:
    """Every value once, warm: the first is asked twice and the second time counts."""
    sys.path.insert(0, str(BENCH.parent))
    from paraplu.monitor import Periode
    from paraplu.monitor.afgeleid import Versie
    from paraplu.monitor.geopend import Geopend, Vraag
    from paraplu.monitor.motor import find_motor
    from paraplu.monitor.opslag import Opslag
    from paraplu.monitor.trajecten import INGEGAAN_NA
    from paraplu.monitor.waarden import indicator

    begin, klok = processortijd(), time.perf_counter()
    werk = map_ / f"werk-{os.getpid()}"
    werk.mkdir()
    for pad in map_.glob("*.parquet"):
        (werk / pad.name).symlink_to(pad)
    geopend = Geopend.open(
        Versie("bench", werk, {}),
        Opslag(map_ / "leeg"),
        ingegaan_na=INGEGAAN_NA,
        motor=find_motor(motor),
    )
    uit = {"start": (processortijd() - begin, time.perf_counter() - klok, 0.0)}
    for code in (WAARDEN[0], *WAARDEN):
        keuze = indicator(code)
        jaar = JAAR if code in uit else JAAR - 1
        uit.setdefault(code, (0.0, 0.0, 0.0))
        vraag = Vraag(
            indicator=keuze,
            variant=keuze.varianten[0],
            periode=Periode.jaar(jaar if code == WAARDEN[0] else JAAR),
            per="gemeente",
            filters={},
        )
        begin, klok = processortijd(), time.perf_counter()
        geopend.cijfers(vraag)
        uit[code] = (processortijd() - begin, time.perf_counter() - klok, geheugen())
    print(json.dumps(uit))


def processortijd() -> float:
    """Seconds of this process and of its Java."""
    return sum(sum(proces.cpu_times()[:2]) for proces in _processen())


def geheugen() -> float:
    """MB in use by this process and its Java."""
    return sum(proces.memory_info().rss for proces in _processen()) / 1e6


def _processen() -> list[psutil.Process]:
    ik = psutil.Process()
    return [ik, *ik.children(recursive=True)]


def meet(map_: Path, motor: str) -> dict[str, list[float]]:
    """The quickest of the rounds, by processor time."""
    rondes = []
    for _ronde in range(RONDEN):
        opdracht = [sys.executable, __file__, "--bereken", str(map_), motor]
        uit = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout
        rondes.append(json.loads(uit.splitlines()[-1]))
    return {naam: min(ronde[naam] for ronde in rondes) for naam in rondes[0]}


def main(map_: Path, groottes: list[int]) -> None:
    """Make, measure, print a table in Markdown."""
    print("| regels | waarde | DuckDB (s) | Spark (s) | Spark / DuckDB | klok | MB |")
    print("|---|---|---|---|---|---|---|")
    for regels in groottes:
        wereld = map_ / f"wereld-{regels}"
        if not wereld.is_dir():
            zeven_wereld.maak(wereld, regels=regels)
        duckdb, spark = (meet(wereld, motor) for motor in MOTOREN)
        for naam, (cpu, klok, mb) in duckdb.items():
            ander, andere_klok, meer = spark[naam]
            print(
                f"| {regels:,} | {naam} | {cpu:.2f} | {ander:.2f} | {ander / max(cpu, 0.01):.1f} "
                f"| {klok:.2f} / {andere_klok:.2f} | {mb:.0f} / {meer:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1] == "--bereken":
        bereken(Path(sys.argv[2]), sys.argv[3])
    else:
        main(Path(sys.argv[1]), [int(tekst) for tekst in sys.argv[2:]] or [100_000, 1_000_000])
