"""The anchors: the heads of a moment, kept outside the database, so that a cut-off end shows.

Who holds the database but not the key can take the last lines of a chain away and set its head
back; no chain can tell. An anchor can: the line it names must still be there with the same seal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.db.models import Q

from paraplu.afspraken.plaats import spoor_map
from paraplu.inname.schijf import write_durably
from paraplu.web.models import Spoor, Spoorkop

STUK = 200
VELDEN = 3


class AnkerOnleesbaar(Exception):
    """A file of anchors is not one; `str()` is the sentence to show."""


@dataclass(frozen=True)
class Anker:
    """That line `nummer` of a chain had this seal, as file `bron` says."""

    keten: int
    nummer: int
    zegel: str
    bron: str


def write_anker(*, plaats: Path | None = None, at: datetime) -> Path:
    """Write the heads of now to a new file in `plaats` (default: var/spoor); gives its path."""
    map_ = plaats or spoor_map()
    map_.mkdir(parents=True, exist_ok=True)
    pad = map_ / f"anker-{at:%Y-%m-%dT%H%M%S}.txt"
    koppen = Spoorkop.objects.filter(nummer__gt=0).order_by("pk")
    regels = [f"{keten} {nummer} {zegel}" for keten, nummer, zegel in koppen.values_list(
        "pk", "nummer", "zegel"
    )]  # fmt: skip
    write_durably(pad, "".join(f"{regel}\n" for regel in regels).encode(), mode=0o644)
    return pad


def read_ankers(plaats: Path | None = None) -> Iterator[Anker]:
    """Every anchor in a folder or file, the oldest file first. Raises AnkerOnleesbaar."""
    bron = plaats or spoor_map()
    for pad in [bron] if bron.is_file() else sorted(bron.glob("anker-*.txt")):
        with pad.open() as regels:
            for regel in regels:
                yield _parse(regel, pad.name)


def missing_ankers(ankers: Iterator[Anker]) -> Iterator[Anker]:
    """The anchors whose line is gone or has another seal now."""
    while stuk := list(islice(ankers, STUK)):
        gezocht = Q()
        for anker in stuk:
            gezocht |= Q(keten_id=anker.keten, nummer=anker.nummer)
        gevonden = set(
            Spoor.objects.filter(gezocht).order_by().values_list("keten_id", "nummer", "zegel")
        )
        yield from (a for a in stuk if (a.keten, a.nummer, a.zegel) not in gevonden)


def _parse(regel: str, bron: str) -> Anker:
    velden = regel.split()
    if len(velden) != VELDEN or not (velden[0].isdecimal() and velden[1].isdecimal()):
        raise AnkerOnleesbaar(f"{bron} is geen bestand met ankers van het spoor: regel {regel!r}.")
    return Anker(int(velden[0]), int(velden[1]), velden[2], bron)
