# ruff: noqa: E402, PLC0415  each step imports what it needs, in a process of its own
"""How time, memory and disk grow with the lines: intake, and the seven values, ten times and again.

`python bench/schaal.py` measures 10^5, 10^6 and 10^7 lines; `--groot` adds 10^8, which takes hours and
some 40 GB of disk. It prints the table and, with `--doel docs/schaal.md`, puts it between the two
marks on that page. Nothing here fails by the clock: what is shown is how much more ten times costs.

A file of a declaration holds at most a million lines here; more lines are more files, written one
at a time and thrown away when they are in, as a province brings them. The intake of all files of a
size happens in one process, so that memory that is not given back would show.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

import meten

PER_BESTAND = 1_000_000
MATEN = (10**5, 10**6, 10**7)
GROOT = 10**8
#: The day of the first file: after its date, and it keeps every rule.
EERSTE_DAG = date(2024, 1, 1)
VAN, TOT = "<!-- gemeten: bench/schaal.py -->", "<!-- einde -->"
KOP = (
    "| regels | inname (s) | inname per miljoen regels (s) | inname, piek (MB) | piek t.o.v. de "
    "kleinste | aangeleverd (MB) | bewaard en tabellen (MB) | zeven waarden (s) | waarden, piek (MB) "
    "| afgeleide tabellen (MB) |\n|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True)
class Stap:
    """What one step cost a process: processor seconds, and the most memory it ever had in MB."""

    seconden: float
    piek: float


@dataclass(frozen=True)
class Inname:
    """Intake of so many lines: its cost, what came in and what lies on disk afterwards (MB)."""

    stap: Stap
    aangeleverd: float
    bewaard: float


@dataclass(frozen=True)
class Waarden:
    """The seven values over so many lines: all together, the largest of them, the tables on disk."""

    stap: Stap
    tabellen: float


def neem(pad: str, dag: int) -> Stap:
    """Take one file in, in the process that took the ones before it."""
    from paraplu.inname.actions import neem_in

    begin = time.process_time()
    bon = neem_in([Path(pad)], op=EERSTE_DAG + timedelta(days=dag), brenger="meting")
    assert bon.total("regels") > 0
    return Stap(time.process_time() - begin, _piek())


def schrijf(pad: str, regels: int, nummer: int) -> float:
    """Write a file of a declaration; gives its size in MB."""
    from gegevens import schrijf_323

    return schrijf_323(Path(pad), regels, nummer).stat().st_size / 1e6


def meet_inname(regels: int) -> Inname:
    """All lines in, file after file."""
    with tempfile.TemporaryDirectory() as map_, _proces() as schrijver:
        os.environ["PARAPLU_VAR"] = str(Path(map_) / "var")
        with _proces() as innemer:
            stappen, aangeleverd = [], 0.0
            for nummer, eerste in enumerate(range(0, regels, PER_BESTAND)):
                pad = str(Path(map_) / f"{nummer}.xml")
                aantal = min(PER_BESTAND, regels - eerste)
                aangeleverd += schrijver.submit(schrijf, pad, aantal, 765000000 + nummer).result()
                stappen.append(innemer.submit(neem, pad, nummer).result())
                Path(pad).unlink()
                _zeg(f"inname: {eerste + aantal:,} van {regels:,} regels")
        stap = Stap(sum(s.seconden for s in stappen), stappen[-1].piek)
        return Inname(stap, aangeleverd, _omvang(Path(map_) / "var"))


def meet_waarden(regels: int) -> Waarden:
    """Each value over the tables of so many lines, each in a process of its own on one core."""
    import zeven_waarden

    with tempfile.TemporaryDirectory() as map_:
        with _proces() as maker:
            maker.submit(zeven_waarden.maak, Path(map_), regels).result()
            maker.submit(zeven_waarden.vertaal, Path(map_)).result()
        tabellen = _omvang(Path(map_))
        metingen = []
        for waarde in zeven_waarden.CIJFERS:
            metingen.append(meten.meet("zeven_waarden", "onze", [map_, waarde]))
            _zeg(f"{waarde} over {regels:,} regels")
    tijd = sum(meting.seconden for meting in metingen)
    return Waarden(Stap(tijd, max(m.geheugen for m in metingen)), tabellen)


def _proces() -> ProcessPoolExecutor:
    """A process that starts empty: nothing of who measures counts as its memory."""
    return ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))


def _piek() -> float:
    """The most memory this process ever had, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        regel = next(r for r in status.read_text().splitlines() if r.startswith("VmHWM"))
        return int(regel.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def _omvang(map_: Path) -> float:
    return sum(p.stat().st_size for p in map_.rglob("*") if p.is_file()) / 1e6


def _zeg(zin: str) -> None:
    print(zin, file=sys.stderr, flush=True)


def tabel(metingen: dict[int, tuple[Inname | None, Waarden]]) -> str:
    """The table, a row per number of lines."""
    rijen = [KOP]
    kleinste = next((inname.stap.piek for inname, _ in metingen.values() if inname), 0)
    for regels, (inname, waarden) in metingen.items():
        cellen = [_getal(regels), *([""] * 6)]
        if inname:
            cellen[1:] = (
                _getal(inname.stap.seconden),
                _getal(inname.stap.seconden / regels * 1e6),
                _getal(inname.stap.piek),
                _getal(inname.stap.piek / kleinste, 2),
                _getal(inname.aangeleverd),
                _getal(inname.bewaard),
            )
        cellen += [_getal(waarden.stap.seconden, 1), _getal(waarden.stap.piek)]
        rijen.append(f"| {' | '.join([*cellen, _getal(waarden.tabellen)])} |")
    return "\n".join(rijen)


def _getal(aantal: float, achter: int = 0) -> str:
    """As it is written in Dutch: 1.234,5."""
    return f"{aantal:,.{achter}f}".translate(str.maketrans(",.", ".,"))


def _ploeg(doel: Path, tekst: str) -> None:
    """Put the table between the marks of a page."""
    voor, _van, rest = doel.read_text().partition(VAN)
    _oud, _tot, na = rest.partition(TOT)
    doel.write_text(f"{voor}{VAN}\n{tekst}\n{TOT}{na}")


def main() -> None:
    """Measure, print, and fill in the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--regels", type=int, nargs="*", default=MATEN)
    parser.add_argument("--groot", action="store_true", help="ook 10^8 regels")
    parser.add_argument("--inname-tot", type=int, help="meet de inname tot zoveel regels")
    parser.add_argument("--doel", type=Path, help="een bladzijde met de twee merken")
    parser.add_argument("--json", type=Path, help="bewaar de metingen ook hier")
    args = parser.parse_args()
    metingen = {}
    for regels in [*args.regels, *([GROOT] if args.groot else [])]:
        inname = None if regels > (args.inname_tot or regels) else meet_inname(regels)
        metingen[regels] = (inname, meet_waarden(regels))
        if args.json:
            rij = {str(n): [a and asdict(a), asdict(b)] for n, (a, b) in metingen.items()}
            args.json.write_text(json.dumps(rij, indent=1))
    tekst = f"{tabel(metingen)}\n\nGemeten op {meten.machine()}."
    print(tekst)
    if args.doel:
        _ploeg(args.doel, tekst)


if __name__ == "__main__":
    main()
