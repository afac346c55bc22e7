"""How good the forecasts were: every area of a filled Paraplu, from each past quarter on.

    PARAPLU_VAR=var .venv/bin/python -m bench.prognose

Per value and number of quarters ahead, over all areas with enough quarters: how often the outcome lay
in the interval of 80 and of 95 percent, the mean absolute error, and that of who says "as a year ago".
Figures are those of now, in full: run it on the own machine. It measures; no test rests on it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from paraplu.afspraken.plaats import tabellen_map
from paraplu.monitor import Monitor
from paraplu.monitor.periode import Periode
from paraplu.monitor.prognose import TeWeinigGegevens, Toets, toets

#: Value, first measure, how it adds up, whether it is counted; as in `vooruit.lezen.prognose`.
WAARDEN = (
    ("V2a", "instroom", "som", True),
    ("V2c", "stand", "stand", True),
    ("V1a", "bedrag", "som", False),
    ("V1b", "bedrag", "som", False),
)
VOORUIT = (1, 2, 4)
GEBIEDEN = ("gelderland", "regio", "gi")


def read_reeksen(monitor: Monitor, code: str, maat: str, per: str) -> dict[str, list[float]]:
    """Per area its quarters, oldest first; an area without a figure in one of them is left out."""
    eerste, laatste = monitor.bereik() or (0, -1)
    reeksen: dict[str, list[float]] = {}
    kwartalen = [Periode.kwartaal(j, k) for j in range(eerste, laatste + 1) for k in range(1, 5)]
    for periode in kwartalen:
        for rij in monitor.waarde(code, periode=periode, per=per).rijen:
            waarde = rij.waarden[maat]
            if rij.sleutel not in {"buiten", "onbekend"} and waarde is not None:
                reeksen.setdefault(rij.sleutel, []).append(float(waarde))
    return {s: r for s, r in reeksen.items() if len(r) == len(kwartalen) and any(r)}


def list_toetsen(monitor: Monitor) -> Iterator[tuple[str, str, int, list[Toets]]]:
    """Value, kind of area and quarters ahead, with the test of each area."""
    for code, maat, soort, telling in WAARDEN:
        for per in GEBIEDEN:
            reeksen = read_reeksen(monitor, code, maat, per).values()
            for stappen in VOORUIT:
                toetsen = []
                for reeks in reeksen:
                    try:
                        uitkomst = toets(reeks, stappen=stappen, soort=soort, telling=telling)
                    except TeWeinigGegevens:
                        continue
                    toetsen += [uitkomst] if uitkomst else []
                yield code, per, stappen, toetsen


def main() -> int:
    """Print a table in Markdown."""
    monitor = Monitor(tabellen_map())
    print(
        "| waarde | per | kwartalen vooruit | reeksen | keer | binnen 80 | binnen 95 | fout | naïef |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for code, per, stappen, toetsen in list_toetsen(monitor):
        keer = sum(t.keer for t in toetsen)
        if not keer:
            continue
        cellen = (
            code,
            per,
            stappen,
            len(toetsen),
            keer,
            f"{100 * sum(t.binnen_80 for t in toetsen) / keer:.0f} %",
            f"{100 * sum(t.binnen_95 for t in toetsen) / keer:.0f} %",
            f"{sum(t.fout * t.keer for t in toetsen) / keer:.1f}",
            f"{sum(t.fout_vorig_jaar * t.keer for t in toetsen) / keer:.1f}",
        )
        print("| " + " | ".join(str(cel) for cel in cellen) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
