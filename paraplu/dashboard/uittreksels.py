"""Extracts that wait between their preview and their intake: a folder per extract, for us only.

They hold what a back office knows of children, so they are removed when they are taken in, and
otherwise after an hour.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile

from paraplu.afspraken.plaats import var_map
from paraplu.inname.uittreksels import SOORTEN
from paraplu.web.models import Gebruiker

#: A larger extract is taken in on the command line: a preview of it takes too long for a page.
HOOGSTENS = 5 * 1024 * 1024
BEWAAR_SECONDEN = 3600
BLAD, GEGEVENS = "blad", "gegevens.json"


@dataclass(frozen=True)
class Klaargezet:
    """An extract that waits: the name it came with, the day of the delivery, who brought it."""

    nummer: UUID
    naam: str
    dag: date
    gebruiker: int

    @property
    def inhoud(self) -> bytes:
        """The sheet as it came."""
        return (_map(self.nummer) / BLAD).read_bytes()


def is_uittreksel(bestanden: Sequence[UploadedFile]) -> bool:
    """Whether one of these is a sheet, by its name."""
    return any(Path(bestand.name or "").suffix.lower() in SOORTEN for bestand in bestanden)


def zet_klaar(bestand: UploadedFile, *, by: Gebruiker, op: date) -> UUID:
    """Put an extract aside until its bringer has seen the preview; gives its number."""
    remove_old()
    nummer = uuid4()
    plaats = _map(nummer)
    plaats.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    plaats.mkdir(mode=0o700)
    with (plaats / BLAD).open("xb") as uit:
        (plaats / BLAD).chmod(0o600)
        for stuk in bestand.chunks():
            uit.write(stuk)
    gegevens = {"naam": bestand.name or BLAD, "dag": op.isoformat(), "gebruiker": by.pk}
    (plaats / GEGEVENS).write_text(json.dumps(gegevens))
    return nummer


def find(nummer: UUID) -> Klaargezet | None:
    """The extract with this number; None when it was taken in, or waited too long."""
    try:
        gegevens = json.loads((_map(nummer) / GEGEVENS).read_text())
    except FileNotFoundError:
        return None
    return Klaargezet(
        nummer, gegevens["naam"], date.fromisoformat(gegevens["dag"]), gegevens["gebruiker"]
    )


def remove(nummer: UUID) -> None:
    """Remove an extract; not being there is fine."""
    shutil.rmtree(_map(nummer), ignore_errors=True)


def remove_old() -> None:
    """Remove what nobody came back for."""
    grens = time.time() - BEWAAR_SECONDEN
    for plaats in _wortel().glob("*"):
        if plaats.stat().st_mtime < grens:
            shutil.rmtree(plaats, ignore_errors=True)


def _wortel() -> Path:
    return var_map() / "klaargezet"


def _map(nummer: UUID) -> Path:
    return _wortel() / str(nummer)
