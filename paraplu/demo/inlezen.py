"""Take a written world in: its sheets, then every delivery on its own day."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from paraplu.afspraken.plaats import tabellen_map
from paraplu.demo.leveringen import LEVERINGEN
from paraplu.inname.actions import disk_full_said, keep_delivery, take_delivery
from paraplu.inname.bekend import is_finished
from paraplu.inname.inrichting import open_inrichting
from paraplu.inname.levering import report_nothing
from paraplu.inname.paden import find_files
from paraplu.inname.slot import only_writer
from paraplu.monitor import Monitor
from paraplu.monitor.bladen import SOORTEN, Bladen

BRENGER = "demo Gelderland"


class GeenWereld(Exception):
    """The folder does not hold a written world."""


@dataclass(frozen=True)
class Gelezen:
    """What was taken: deliveries and sheets."""

    leveringen: int
    bladen: int


def leveringen_van(map_: Path) -> list[tuple[date, list[Path]]]:
    """The deliveries with their days, in order. Raises GeenWereld."""
    try:
        wereld = json.loads((map_ / "wereld.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise GeenWereld(
            f"{map_} is geen demo. Maak er eerst een met: paraplu demo maak {map_}"
        ) from fout
    dagen = {naam: date.fromisoformat(dag) for naam, dag in wereld["leveringen"].items()}
    return [(dag, sorted((map_ / LEVERINGEN).glob(f"{naam}*.zip"))) for naam, dag in dagen.items()]


def lees_in(
    map_: Path,
    *,
    zeg: Callable[[str], None] = lambda _: None,
    meld: Callable[[int, int], None] = lambda klaar, totaal: None,
) -> Gelezen:
    """Everything of a world, into the tables of this Paraplu. What is there already stays.

    As the intake does it, but under one lock and without a receipt for each delivery.
    """
    leveringen = leveringen_van(map_)
    with only_writer(zeg), disk_full_said():
        bladen = _lees_bladen(map_ / "bladen", op=leveringen[0][0])
        inrichting = open_inrichting()
        for klaar, (dag, paden) in enumerate(leveringen, start=1):
            levering = keep_delivery(
                find_files(paden),
                inrichting.kast,
                op=dag,
                brenger=BRENGER,
                voortgang=report_nothing,
            )
            if not is_finished(inrichting.opslag, levering.levering):
                take_delivery(levering, inrichting, voortgang=report_nothing)
            meld(klaar, len(leveringen))
    return Gelezen(len(leveringen), bladen)


def prepare_figures() -> None:
    """Let the monitor make its derived tables now, so that the first page need not wait for them."""
    Monitor(tabellen_map()).bereik()


def _lees_bladen(map_: Path, *, op: date) -> int:
    """Import the sheets as of the first delivery; a second reading does not repeat them."""
    bladen = Bladen(tabellen_map())
    aantal = 0
    for soort in SOORTEN:
        pad = map_ / f"{soort}.csv"
        al_gelezen = any(v.op == op and v.bestand == pad.name for v in bladen.versies(soort))
        if pad.is_file() and not al_gelezen:
            bladen.importeer(soort, pad.read_bytes(), bestand=pad.name, op=op)
            aantal += 1
    return aantal
