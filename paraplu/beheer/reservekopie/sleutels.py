"""Which keys a backup needs: it carries their fingerprints, never the keys."""

from __future__ import annotations

from pathlib import Path
from typing import Final, cast

from paraplu.afspraken.plaats import (
    bestanden_map,
    sleutels_map,
    spoor_map,
    tabellen_map,
    var_map,
)
from paraplu.inname.fouten import SleutelFout
from paraplu.inname.sleutels import Soort, known_sleutel, read_kenmerk

from ..fouten import BeheerFout, NietLeeg
from .inhoud import copy_durably

NAMEN: Final[dict[Soort, str]] = {
    "kind": "pseudoniemen",
    "bestand": "bewaarde bestanden",
    "gezin": "gegevens van gezinnen",
    "spoor": "spoor",
}


class SleutelOntbreekt(BeheerFout):
    """A backup cannot be used without this key; `str()` says which and where to put it."""


def used_kenmerken() -> dict[str, str]:
    """The fingerprint of each key that something here depends on."""
    mappen: dict[Soort, Path] = {
        "kind": tabellen_map(),
        "bestand": bestanden_map(),
        "gezin": var_map() / "werk",
        "spoor": spoor_map(),
    }
    gelezen = {soort: read_kenmerk(map_) for soort, map_ in mappen.items()}
    return {soort: kenmerk for soort, kenmerk in gelezen.items() if kenmerk}


def check_sleutels(kenmerken: dict[str, str]) -> None:
    """See that every key is in the environment or the folder of keys. Raises SleutelOntbreekt."""
    for soort, kenmerk in kenmerken.items():
        try:
            known_sleutel(cast(Soort, soort), kenmerk)
        except SleutelFout as fout:
            raise SleutelOntbreekt(
                f"De sleutel van {NAMEN[cast(Soort, soort)]} met kenmerk {kenmerk} is er niet. "
                f"Geef met --sleutels de map waarin hij ligt, of zet hem in {sleutels_map()}."
            ) from fout


def bring_sleutels(bron: Path) -> None:
    """Put copied keys in their place; a file that is there already must be the same."""
    if not bron.is_dir():
        raise SleutelOntbreekt(f"{bron} is er niet: daar zouden de sleutels liggen.")
    sleutels_map().mkdir(parents=True, exist_ok=True, mode=0o700)
    for pad in sorted(bron.iterdir()):
        doel = sleutels_map() / pad.name
        if pad.name == "django" and doel.exists():
            doel.unlink()  # made at this start, and nobody has logged in yet
        if not doel.exists():
            copy_durably(pad, doel)
        elif doel.read_bytes() != pad.read_bytes():
            raise NietLeeg(f"In {sleutels_map()} ligt al een andere {pad.name}.")
