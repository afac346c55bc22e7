"""Make a backup: first the database, then the files that its rows name, and the list last."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db.migrations.recorder import MigrationRecorder

from paraplu.afspraken.plaats import sleutels_map, tabellen_map, var_map
from paraplu.inname.schijf import sync_folder
from paraplu.inname.slot import only_writer
from paraplu.monitor.opslag import Opslag
from paraplu.web.actions import write_spoor
from paraplu.web.models import Spoorkop

from ..fouten import NietLeeg
from ..versie import package_version
from . import inhoud, postgres
from .sleutels import used_kenmerken

Zeg = Callable[[str], None]
#: As whom and for what a backup is made and put back, in the trace.
ALS = "opdrachtregel"
DOEL = "bedrijfszekerheid"


def make(*, doel: Path, at: datetime, zeg: Zeg = lambda zin: None) -> inhoud.Lijst:
    """A complete backup in the new folder `doel`; nothing stands there until it is complete.

    Pages go on meanwhile; whoever takes in messages or compacts tables waits (one writer). Rows
    are written after the files that they name, so a dump before the files names none that is not
    there. Raises NietLeeg and DatabaseWeigert.
    """
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise NietLeeg(f"{doel} is niet leeg. Kies een nieuwe map voor deze reservekopie.")
    if doel.resolve().is_relative_to(var_map()):
        raise NietLeeg(f"{doel} ligt in {var_map()} zelf. Kies een andere plaats.")
    doel.parent.mkdir(parents=True, exist_ok=True)
    bezig = doel.with_name(f".{doel.name}.bezig")
    shutil.rmtree(bezig, ignore_errors=True)
    bezig.mkdir(mode=0o700)
    try:
        with only_writer(zeg):
            lijst = _fill(bezig, at=at)
        if doel.exists():
            doel.rmdir()
        bezig.rename(doel)
    except BaseException:
        shutil.rmtree(bezig, ignore_errors=True)
        raise
    sync_folder(doel.parent)
    write_spoor(gebruiker=None, als=ALS, handeling="reservekopie maken", doel=DOEL)
    return lijst


def _fill(map_: Path, *, at: datetime) -> inhoud.Lijst:
    koppen = Spoorkop.objects.filter(nummer__gt=0).order_by("pk")
    ankers = tuple(koppen.values_list("pk", "nummer", "zegel"))
    toegepast = MigrationRecorder.Migration.objects.values_list("app", "name")
    postgres.dump_database(map_ / inhoud.DATABASE)
    sommen = {inhoud.DATABASE: inhoud.hash_file(map_ / inhoud.DATABASE)}
    grootte = (map_ / inhoud.DATABASE).stat().st_size
    for pad in inhoud.find_files(var_map()):
        try:
            bytes_, som = inhoud.copy_durably(var_map() / pad, map_ / inhoud.BESTANDEN / pad)
        except FileNotFoundError:
            continue  # the post moved it on; where it went it is found, or it has been sent
        sommen[f"{inhoud.BESTANDEN}/{pad}"] = som
        grootte += bytes_
    lijst = inhoud.Lijst(
        vorm=inhoud.VORM,
        gemaakt=at.isoformat(timespec="seconds"),
        paraplu=package_version(),
        migraties=tuple(sorted(f"{app}.{naam}" for app, naam in toegepast)),
        tabellen=Opslag(tabellen_map()).versies(),
        sleutels=used_kenmerken(),
        ankers=ankers,
        bestanden=len(sommen),
        bytes=grootte,
        sommen=inhoud.write_sommen(map_, sommen),
    )
    lijst.write(map_)
    return lijst


def copy_sleutels(doel: Path) -> int:
    """Copy the keys to a folder of their own, readable by the owner only; gives how many.

    Raises NietLeeg. The passwords of the embedded database stay: a restored one makes its own.
    """
    if doel.exists() and any(doel.iterdir()):
        raise NietLeeg(f"{doel} is niet leeg. Kies een nieuwe map voor de sleutels.")
    doel.mkdir(parents=True, exist_ok=True, mode=0o700)
    doel.chmod(0o700)
    namen = [
        pad for pad in sorted(sleutels_map().glob("*")) if not pad.name.startswith("postgres-")
    ]
    for pad in namen:
        inhoud.copy_durably(pad, doel / pad.name)
    return len(namen)


def fingerprint(map_: Path) -> str:
    """Which backup this is: the hash of its list."""
    return hashlib.sha256((map_ / inhoud.LIJST).read_bytes()).hexdigest()


def free_bytes(map_: Path) -> int:
    """How much room there is where `map_` lies or will lie."""
    bestaand = next(pad for pad in (map_, *map_.parents) if pad.exists())
    ruimte = os.statvfs(bestaand)
    return ruimte.f_bavail * ruimte.f_frsize
