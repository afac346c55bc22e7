"""The folders and keys an intake works with, and the repair of what a killed change left there."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from paraplu.afspraken.plaats import bestanden_map, tabellen_map, var_map
from paraplu.inname.kast import LEVERINGEN, NAAMSLEUTEL, Kast
from paraplu.inname.pseudoniem import Pseudoniemen
from paraplu.inname.schijf import between, repair_exchange
from paraplu.inname.sleutels import find_sleutel
from paraplu.monitor.opslag import Opslag


@dataclass(frozen=True)
class Inrichting:
    """The kept files, the tables, the pseudonyms, and a folder for what has to wait."""

    kast: Kast
    opslag: Opslag
    pseudoniemen: Pseudoniemen
    werkmap: Path


def open_inrichting() -> Inrichting:
    """What is in `var`, made when it is not there. Only for who holds the lock (`slot.py`).

    Raises SleutelFout when a key is missing or is another than was used before.
    """
    clean_up()
    kast = open_kast()
    plaats = tabellen_map()
    sleutel = find_sleutel("kind", plaats=plaats, in_gebruik=not kast.is_empty())
    opslag = Opslag(plaats)
    opslag.maak()
    return Inrichting(kast, opslag, Pseudoniemen(sleutel.waarde), var_map() / "run")


def open_kast() -> Kast:
    """The kept files in `var`."""
    plaats = bestanden_map()
    in_gebruik = (plaats / NAAMSLEUTEL).exists()
    sleutel = find_sleutel("bestand", plaats=plaats, in_gebruik=in_gebruik)
    return Kast(plaats, sleutel.waarde)


def noted_numbers() -> list[str]:
    """The numbers of all deliveries that were kept, finished or not; asks for no key."""
    plaats = bestanden_map() / LEVERINGEN
    return sorted(pad.name for pad in plaats.glob("*") if not pad.name.startswith("."))


def next_to(plaats: Path) -> Path:
    """Where the successor of a folder is built before the two change names."""
    return plaats.with_name(f"{plaats.name}.nieuw")


def clean_up() -> None:
    """Remove what an interrupted rebuild left: the half new folder, or the old one after it."""
    for plaats in (tabellen_map(), bestanden_map()):
        repair_exchange(plaats)
        for rest in (next_to(plaats), between(plaats)):
            if rest.exists():
                shutil.rmtree(rest)
