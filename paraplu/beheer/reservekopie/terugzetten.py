"""Put a backup back: everything is checked first, and the database, in one transaction, comes last."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from paraplu.afspraken.plaats import tabellen_map, var_map
from paraplu.inname.schijf import sync_folder, write_durably
from paraplu.inname.slot import only_writer
from paraplu.monitor.opslag import Opslag
from paraplu.web.actions import write_spoor
from paraplu.web.spoor.anker import Anker, missing_ankers
from paraplu.web.spoor.controle import Telling, check_ketens

from ..fouten import BeheerFout, GeenReservekopie, NietLeeg
from . import inhoud, postgres
from .inhoud import BEZIG
from .maken import ALS, DOEL, fingerprint
from .sleutels import bring_sleutels, check_sleutels

Zeg = Callable[[str], None]


class TerugKloptNiet(BeheerFout):
    """What was put back is not what was kept; `str()` says what differs."""


@dataclass(frozen=True)
class Terug:
    """What was put back."""

    lijst: inhoud.Lijst
    regels_spoor: int


def put_back(*, bron: Path, sleutels: Path | None = None, zeg: Zeg = lambda zin: None) -> Terug:
    """Put the backup in `bron` into this empty Paraplu, migrate it and check it.

    After a stop in between the same call goes on. Raises GeenReservekopie, NietLeeg,
    SleutelOntbreekt, DatabaseWeigert and TerugKloptNiet.
    """
    zeg("De reservekopie wordt nagekeken.")
    lijst = inhoud.check(bron)
    _check_release(lijst)
    with only_writer(zeg):
        if not _is_done_already(bron):
            _check_empty(bron)
            if sleutels:
                bring_sleutels(sleutels)
            check_sleutels(lijst.sleutels)
            zeg("De bestanden en de database worden teruggezet.")
            _bring_files(bron, lijst)
            postgres.restore_database(bron / inhoud.DATABASE)
        call_command("migrate", verbosity=0, interactive=False)
        terug = Terug(lijst, _check_result(lijst))
        write_spoor(gebruiker=None, als=ALS, handeling="reservekopie terugzetten", doel=DOEL)
        (var_map() / BEZIG).unlink()
    return terug


def _check_release(lijst: inhoud.Lijst) -> None:
    """A backup of a later release has tables that this one does not know."""
    bekend = {f"{app}.{naam}" for app, naam in MigrationLoader(None).disk_migrations}
    eigen = {app.partition(".")[0] for app in bekend}
    vreemd = [m for m in lijst.migraties if m not in bekend and m.partition(".")[0] in eigen]
    if vreemd:
        raise GeenReservekopie(
            f"Deze reservekopie komt van een nieuwere Paraplu ({vreemd[0]}). "
            "Werk eerst Paraplu bij en probeer het opnieuw."
        )


def _is_done_already(bron: Path) -> bool:
    """Stopped after the database came back: then all the rest is there too."""
    return _is_ours(bron) and not postgres.is_empty()


def _is_ours(bron: Path) -> bool:
    merk = var_map() / BEZIG
    return merk.exists() and merk.read_text().strip() == fingerprint(bron)


def _check_empty(bron: Path) -> None:
    if not postgres.is_empty():
        raise NietLeeg(
            "In de database staat al iets. Een reservekopie gaat alleen in een lege Paraplu terug: "
            "kies met PARAPLU_VAR een nieuwe map, of met PARAPLU_DATABASE_URL een lege database."
        )
    if _is_ours(bron):
        return
    staat_er = next(inhoud.find_files(var_map()), None) if var_map().exists() else None
    if staat_er:
        raise NietLeeg(
            f"In {var_map()} staat al iets ({staat_er.parts[0]}). Een reservekopie gaat alleen in "
            "een lege Paraplu terug: kies met PARAPLU_VAR een nieuwe map."
        )


def _bring_files(bron: Path, lijst: inhoud.Lijst) -> None:
    """Copy the files; what an earlier try left is taken away first."""
    write_durably(var_map() / BEZIG, f"{fingerprint(bron)}\n".encode())
    namen = [n for n in inhoud.read_sommen(bron, lijst) if n.startswith(f"{inhoud.BESTANDEN}/")]
    paden = [Path(naam).relative_to(inhoud.BESTANDEN) for naam in namen]
    for boven in {pad.parts[0] for pad in paden}:
        shutil.rmtree(var_map() / boven, ignore_errors=True)
    for pad in paden:
        inhoud.copy_durably(bron / inhoud.BESTANDEN / pad, var_map() / pad)
    for map_ in {(var_map() / pad).parent for pad in paden}:
        sync_folder(map_)


def _check_result(lijst: inhoud.Lijst) -> int:
    """The tables at their versions and the trace whole, with the lines that it had; gives its length."""
    if Opslag(tabellen_map()).versies() != lijst.tabellen:
        raise TerugKloptNiet(
            "De tabellen van de monitor hebben niet de versies van de reservekopie."
        )
    telling = Telling()
    breuken = list(check_ketens(telling))
    weg = list(missing_ankers(Anker(*anker, bron="reservekopie") for anker in lijst.ankers))
    if breuken or weg:
        raise TerugKloptNiet(
            f"Het spoor is niet heel: {len(breuken) + len(weg)} breuken. Kijk met 'paraplu spoor "
            "controleer' wat er is; was het spoor al gebroken toen de reservekopie werd gemaakt?"
        )
    return telling.regels
