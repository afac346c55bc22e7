# ruff: noqa: E402, PLC0415  each way imports what it needs, and nothing else
"""The seven values over ten million lines: our definitions, SQL by hand and pandas, in turn.

`python bench/zeven_waarden.py [--regels 10000000] [--rondes 2]` writes docs/snelheid-waarden.md. Each
way gives the headline figure of a year per gemeente, and the three must give the same.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

import meten

DOEL = Path(__file__).resolve().parents[1] / "docs" / "snelheid-waarden.md"
#: Which indicators and measures make the figure of a value.
CIJFERS = {
    "V1": (("V1", "toewijzingen"),),
    "V2": (("V2a", "instroom"), ("V2b", "uitstroom"), ("V2c", "stand")),
    "V3": (("V3", "mediaan"),),
    "V4": (("V4", "aandeel"),),
    "V5": (("V5", "aandeel"),),
    "V6": (("V6", "bc_mediaan"),),
    "V7": (("V7", "aandeel"),),
}


def bereid_voor(weg: str) -> None:
    """Import before the clock starts."""
    if weg == "pandas":
        import zeven_pandas  # noqa: F401
    elif weg == "sql":
        import duckdb  # noqa: F401
    else:
        import ibis.backends.duckdb  # noqa: F401

        import paraplu.monitor.api  # noqa: F401


def eigen_queries(map_: Path, waarde: str) -> list[str]:
    """What our definitions come down to, compiled."""
    from paraplu.monitor import Periode, tellen
    from paraplu.monitor.afgeleid import Versie, open_trajecten
    from paraplu.monitor.motor import find_motor
    from paraplu.monitor.waarden import indicator

    verbinding = find_motor("duckdb").connect()
    trajecten = open_trajecten(verbinding, Versie("bench", map_, {}))
    gebieden = verbinding.open_parquet(map_ / "gebieden.parquet", naam="gebieden")
    queries = []
    for code, maat in CIJFERS[waarde]:
        keuze = indicator(code)
        rijen = keuze.rijen(trajecten, periode=Periode.jaar(2023), variant=keuze.varianten[0])
        tellend = tellen.geteld(tellen.met_gebied(rijen, gebieden))
        maten = [m for m in keuze.maten if m.sleutel == maat]
        queries.append([verbinding.compile(t) for t in tellen.tel(tellend, "gemeente", maten)])
    return queries


def maak(map_: Path, regels: int) -> None:
    """Make the tables."""
    import zeven_wereld

    zeven_wereld.maak(map_, regels=regels)


def vertaal(map_: Path) -> float:
    """Compile every query and keep it beside the tables; gives the processor seconds."""
    begin = time.process_time()
    for waarde in CIJFERS:
        (map_ / f"query-{waarde}.json").write_text(json.dumps(eigen_queries(map_, waarde)))
    return time.process_time() - begin


def onze(map_: str, waarde: str) -> int:
    """Our definitions, from queries translated before (as the monitor keeps them)."""
    from paraplu.monitor import tellen
    from paraplu.monitor.waarden import indicator

    con = _verbind(map_)
    queries = json.loads((Path(map_) / f"query-{waarde}.json").read_text())
    som = 0.0
    for (code, sleutel), delen in zip(CIJFERS[waarde], queries, strict=True):
        maat = next(m for m in indicator(code).maten if m.sleutel == sleutel)
        gevonden: dict[str, dict[str, Any]] = {}
        for query in delen:
            for rij in con.execute(query).fetch_arrow_table().to_pylist():
                gevonden.setdefault(rij.pop("_per"), {}).update(rij)
        som += sum(tellen.waarde_van(maat, rij) or 0 for rij in gevonden.values())
    return round(som * 1000)


def sql(map_: str, waarde: str) -> int:
    """DuckDB SQL by hand."""
    import zeven_sql

    con = _verbind(map_)
    return round(
        1000
        * sum(float(rij[1]) for q in zeven_sql.VRAGEN[waarde] for rij in con.execute(q).fetchall())
    )


def pandas(map_: str, waarde: str) -> int:
    """pandas, reading only the columns that it needs."""
    import zeven_pandas

    tabellen = zeven_pandas.Tabellen(Path(map_))
    return round(1000 * sum(float(s.sum()) for s in zeven_pandas.WAARDEN[waarde](tabellen)))


WEGEN = {"onze": onze, "sql": sql, "pandas": pandas}


def _verbind(map_: str) -> Any:
    import duckdb

    con = duckdb.connect()
    for pad in Path(map_).glob("*.parquet"):
        con.execute(f"CREATE VIEW {pad.stem} AS SELECT * FROM read_parquet('{pad}')")
    return con


def meet_alles(map_: Path, rondes: int) -> dict[str, dict[str, meten.Meting]]:
    """Every value in every way, and of each the quickest round; the figures must be the same."""
    uit = {}
    for waarde in CIJFERS:
        wegen = {weg: [str(map_), waarde] for weg in WEGEN}
        uit[waarde] = meten.meet_rondes("zeven_waarden", wegen, rondes)
        aantallen = {weg: meting.aantal for weg, meting in uit[waarde].items()}
        if max(aantallen.values()) - min(aantallen.values()) > 1:
            raise SystemExit(f"{waarde}: de drie manieren geven niet hetzelfde: {aantallen}")
    return uit


def verslag(metingen: dict[str, dict[str, meten.Meting]], regels: int, vertaald: float) -> str:
    """The page with the ratios."""
    kop = (
        "| waarde | onze (s) | SQL (s) | pandas (s) | onze / SQL | pandas / onze "
        "| onze (MB) | SQL (MB) | pandas (MB) |\n|---|---|---|---|---|---|---|---|---|"
    )
    rijen, keer_sql, keer_pandas = [], [], []
    for waarde, per in metingen.items():
        eigen, hand, panda = per["onze"], per["sql"], per["pandas"]
        keer_sql.append(eigen.seconden / hand.seconden)
        keer_pandas.append(panda.seconden / eigen.seconden)
        rijen.append(
            f"| {waarde} | {eigen.seconden:.2f} | {hand.seconden:.2f} | {panda.seconden:.2f} "
            f"| {keer_sql[-1]:.2f} | {keer_pandas[-1]:.1f} "
            f"| {eigen.geheugen:.0f} | {hand.geheugen:.0f} | {panda.geheugen:.0f} |"
        )
    mediaan = f"| **mediaan** | | | | **{statistics.median(keer_sql):.2f}** | **{statistics.median(keer_pandas):.1f}** | | | |"
    return "\n".join(
        [
            "# De zeven waarden over veel regels",
            "",
            f"Gemeten met `bench/zeven_waarden.py` over {regels:,} declaratieregels "
            f"({regels // 10 * 3:,} toewijzingen van {regels // 10:,} kinderen), op {meten.machine()}. "
            "De seconden zijn processortijd op één kern; geheugen is het hoogste van het proces. Elke "
            "manier geeft het cijfer van een jaar per gemeente, en de drie geven hetzelfde.",
            "",
            kop,
            *rijen,
            mediaan,
            "",
            "Onze definities worden één keer vertaald en bewaard: de vertaling van alle zeven kost "
            f"{vertaald:.1f} s, daarna geldt zij voor elk jaar en voor elke nieuwe stand van de "
            "gegevens. Die tijd zit niet in de tabel. V1 heeft als maat het aantal toewijzingen, V2 "
            "instroom, uitstroom en stand, V3 de mediaan, V4 en V5 het aandeel, V6 de mediaan van "
            "toewijzing tot start, V7 het aandeel.",
            "",
        ]
    )


def main() -> None:
    """Make the tables, measure, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regels", type=int, default=10_000_000)
    parser.add_argument("--rondes", type=int, default=2)
    parser.add_argument("--map", type=Path, help="een map waarin de tabellen al staan")
    parser.add_argument("--doel", type=Path, default=DOEL)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as nieuw:
        map_ = args.map or Path(nieuw)
        # In a process of their own: what measures stays small, or its size counts as theirs.
        with ProcessPoolExecutor(max_workers=1) as proces:
            if not args.map:
                print("tabellen maken …", file=sys.stderr)
                proces.submit(maak, map_, args.regels).result()
            vertaald = proces.submit(vertaal, map_).result()
        tekst = verslag(meet_alles(map_, args.rondes), args.regels, vertaald)
    args.doel.write_text(tekst)
    print(tekst)


if __name__ == "__main__":
    main()
