"""Make the tables again from the kept files, with the same key or another, in one step at the end.

The new folder is built beside the old one and then they change names. Stopped anywhere, `var` holds
either the old tables with the old key or the new ones with the new key, never a mix; the next intake
removes what was left (`inrichting.clean_up`).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from paraplu.afspraken.plaats import bestanden_map, tabellen_map, var_map
from paraplu.inname.actions import disk_full_said, take_delivery
from paraplu.inname.inrichting import Inrichting, clean_up, next_to, open_kast
from paraplu.inname.kast import Kast
from paraplu.inname.levering import Melder, report_nothing
from paraplu.inname.pseudoniem import Pseudoniemen
from paraplu.inname.schijf import exchange, sync_folder
from paraplu.inname.sleutels import (
    KENMERK,
    Sleutel,
    find_sleutel,
    next_sleutel,
    remove_other_sleutels,
    write_kenmerk,
)
from paraplu.inname.slot import only_writer
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS

Zeg = Callable[[str], None]

#: In the folder of tables: derived again when asked for.
AFGELEID = "_afgeleid"


def herbouw(*, voortgang: Melder = report_nothing, zeg: Zeg = lambda zin: None) -> int:
    """Make the tables again with the key in use; gives the number of deliveries.

    Deliveries keep their number, day and bringer. One that was interrupted is finished.
    """
    with only_writer(zeg), disk_full_said():
        clean_up()
        kast = open_kast()
        sleutel = find_sleutel("kind", plaats=tabellen_map(), in_gebruik=not kast.is_empty())
        return _rebuild(kast, sleutel, voortgang)


def wissel_kind(*, voortgang: Melder = report_nothing, zeg: Zeg = lambda zin: None) -> int:
    """Change the key of the pseudonyms: every child gets another one. Gives the deliveries."""
    with only_writer(zeg), disk_full_said():
        clean_up()
        kast = open_kast()
        find_sleutel("kind", plaats=tabellen_map(), in_gebruik=not kast.is_empty())
        return _rebuild(kast, next_sleutel("kind"), voortgang)


def wissel_bestand(*, zeg: Zeg = lambda zin: None) -> None:
    """Change the key of the kept files: all of them are sealed anew. The tables do not change."""
    with only_writer(zeg), disk_full_said():
        clean_up()
        kast = open_kast()
        sleutel = next_sleutel("bestand")
        nieuw = next_to(bestanden_map())
        kast.copy_to(nieuw, sleutel.waarde)
        write_kenmerk(nieuw, sleutel)
        _take_place_of(bestanden_map(), nieuw)
        remove_other_sleutels("bestand", behalve=sleutel.kenmerk)


def _rebuild(kast: Kast, sleutel: Sleutel, voortgang: Melder) -> int:
    nieuw = next_to(tabellen_map())
    inrichting = Inrichting(
        kast, Opslag(nieuw), Pseudoniemen(sleutel.waarde), werkmap=var_map() / "run"
    )
    write_kenmerk(nieuw, sleutel)
    inrichting.opslag.maak()
    leveringen = list(kast.deliveries())
    for nummer, levering in enumerate(leveringen, start=1):
        stap = f"Levering {nummer} van {len(leveringen)}"
        take_delivery(
            levering, inrichting, voortgang=lambda v, stap=stap: voortgang(replace(v, stap=stap))
        )
    _copy_the_rest(tabellen_map(), nieuw)
    _take_place_of(tabellen_map(), nieuw)
    remove_other_sleutels("kind", behalve=sleutel.kenmerk)
    return len(leveringen)


def _copy_the_rest(oud: Path, nieuw: Path) -> None:
    """What stands beside the tables of messages, such as imported sheets, moves along."""
    for pad in oud.iterdir() if oud.exists() else ():
        if pad.name not in {*SCHEMAS, KENMERK, AFGELEID} and pad.is_dir():
            shutil.copytree(pad, nieuw / pad.name)


def _take_place_of(oud: Path, nieuw: Path) -> None:
    """Let `nieuw` be called as `oud` in one step, and remove the old one."""
    if oud.exists():
        exchange(nieuw, oud)
        shutil.rmtree(nieuw)
    else:
        nieuw.rename(oud)
        sync_folder(oud.parent)
