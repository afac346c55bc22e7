"""Where uploaded files wait for their intake: a folder per upload, readable by us only.

They hold what senders wrote, so they are removed as soon as the intake has ended.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from paraplu.afspraken.plaats import var_map
from paraplu.inname.levering import Bron

NAMEN = "namen.json"


def find_map(nummer: UUID) -> Path:
    """The folder of one upload."""
    return var_map() / "wachtkamer" / str(nummer)


def store_files(nummer: UUID, bestanden: Iterable[UploadedFile]) -> int:
    """Write the files under names of our own; gives their size together in bytes."""
    plaats = find_map(nummer)
    plaats.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    plaats.mkdir(mode=0o700)
    namen: dict[str, str] = {}
    totaal = 0
    for volgnummer, bestand in enumerate(bestanden):
        eigen = f"{volgnummer:05d}"
        namen[eigen] = bestand.name or eigen
        with (plaats / eigen).open("xb") as uit:
            (plaats / eigen).chmod(0o600)
            for stuk in bestand.chunks():
                totaal += uit.write(stuk)
    (plaats / NAMEN).write_text(json.dumps(namen))
    return totaal


def list_bronnen(nummer: UUID) -> list[Bron]:
    """The waiting files with the names they came with."""
    plaats = find_map(nummer)
    namen = json.loads((plaats / NAMEN).read_text())
    return [Bron(plaats / eigen, naam) for eigen, naam in namen.items()]


def remove_files(nummer: UUID) -> None:
    """Remove the folder; not being there is fine."""
    shutil.rmtree(find_map(nummer), ignore_errors=True)
