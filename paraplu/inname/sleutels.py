"""The secrets: for pseudonyms, for kept files, for the families of the work, for the trace.

From the environment or a file.

A folder that depends on a key (tables, kept files) carries its `kenmerk`: a fingerprint that says
which key, without giving it away. So a lost or exchanged key is an error, never a silent new start.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from paraplu.afspraken.plaats import sleutels_map, tabellen_map
from paraplu.inname.fouten import SleutelFout
from paraplu.inname.schijf import write_durably

Soort = Literal["kind", "bestand", "gezin", "spoor"]

LENGTE = 32
OMGEVING: dict[Soort, str] = {
    "kind": "PARAPLU_SLEUTEL_KIND",
    "bestand": "PARAPLU_SLEUTEL_BESTAND",
    "gezin": "PARAPLU_SLEUTEL_GEZIN",
    "spoor": "PARAPLU_SLEUTEL_SPOOR",
}
WISSEL = ", of wissel met 'paraplu sleutel wissel'"
KENMERK = "sleutel.kenmerk"


@dataclass(frozen=True)
class Sleutel:
    """One secret of 32 bytes."""

    soort: Soort
    waarde: bytes = field(repr=False)

    @property
    def kenmerk(self) -> str:
        """16 hexadecimal characters that tell keys apart and reveal nothing of them."""
        return hmac.digest(self.waarde, b"paraplu kenmerk", "sha256").hex()[:16]

    def derive(self, doel: str) -> bytes:
        """A key for one purpose, so that no two uses share a secret."""
        return hmac.digest(self.waarde, b"paraplu " + doel.encode(), hashlib.sha256)


def read_kenmerk(plaats: Path) -> str | None:
    """Which key the contents of folder `plaats` were made with; None when nothing is there yet."""
    try:
        return (plaats / KENMERK).read_text().strip()
    except FileNotFoundError:
        return None


def write_kenmerk(plaats: Path, sleutel: Sleutel) -> None:
    """Say in folder `plaats` which key its contents depend on."""
    plaats.mkdir(parents=True, exist_ok=True)
    write_durably(plaats / KENMERK, f"{sleutel.kenmerk}\n".encode())


def find_sleutel(soort: Soort, *, plaats: Path, in_gebruik: bool) -> Sleutel:
    """The key that belongs to folder `plaats`; a new one only when nothing is in use yet.

    Raises SleutelFout when the key is missing while it is in use, or is not the one used before.
    """
    kenmerk = read_kenmerk(plaats)
    sleutel = _from_omgeving(soort) or _from_file(soort, kenmerk)
    if sleutel is None:
        if kenmerk or in_gebruik:
            raise SleutelFout(_missing(soort))
        sleutel = new_sleutel(soort)
    if kenmerk and sleutel.kenmerk != kenmerk:
        raise SleutelFout(
            f"De sleutel in {OMGEVING[soort]} is een andere dan die waarmee {plaats} is gemaakt. "
            f"Zet de vorige sleutel terug{'' if soort == 'spoor' else WISSEL}."
        )
    if kenmerk is None:
        write_kenmerk(plaats, sleutel)
    return sleutel


def known_sleutel(soort: Soort, kenmerk: str) -> Sleutel:
    """The key with this fingerprint, also when it is no longer the one in use.

    Raises SleutelFout when it is neither in the environment nor in the folder of keys.
    """
    sleutel = _from_omgeving(soort)
    if sleutel is None or sleutel.kenmerk != kenmerk:
        sleutel = _from_file(soort, kenmerk)
    if sleutel is None:
        raise SleutelFout(_missing(soort))
    return sleutel


def new_sleutel(soort: Soort) -> Sleutel:
    """Make a new random key and keep it in the folder of keys, readable by the owner only."""
    sleutel = Sleutel(soort, secrets.token_bytes(LENGTE))
    plaats = _folder()
    write_durably(
        plaats / f"{soort}-{sleutel.kenmerk}.sleutel",
        base64.b64encode(sleutel.waarde) + b"\n",
        mode=0o600,
    )
    return sleutel


def next_sleutel(soort: Soort) -> Sleutel:
    """The key to change to: from `…_NIEUW` when the environment holds the keys, else a new file.

    Raises SleutelFout when the present key comes from the environment and no next one is given.
    """
    naam = OMGEVING[soort]
    if not os.environ.get(naam):
        return new_sleutel(soort)
    if not os.environ.get(f"{naam}_NIEUW"):
        raise SleutelFout(
            f"De sleutel staat in {naam}. Zet de nieuwe sleutel in {naam}_NIEUW en wissel opnieuw; "
            f"zet hem daarna in {naam}."
        )
    return _decode(soort, f"{naam}_NIEUW", os.environ[f"{naam}_NIEUW"])


def remove_other_sleutels(soort: Soort, *, behalve: str) -> None:
    """Delete key files of `soort` that nothing depends on any more after a change of keys."""
    for pad in _files(soort):
        if pad.stem != f"{soort}-{behalve}":
            pad.unlink(missing_ok=True)


def _from_omgeving(soort: Soort) -> Sleutel | None:
    tekst = os.environ.get(OMGEVING[soort])
    return _decode(soort, OMGEVING[soort], tekst) if tekst else None


def _from_file(soort: Soort, kenmerk: str | None) -> Sleutel | None:
    """The file of `kenmerk`; a key made just before a crash, that nothing uses yet, serves too."""
    for pad in _files(soort):
        if kenmerk is None or pad.stem == f"{soort}-{kenmerk}":
            return _decode(soort, str(pad), pad.read_text())
    return None


def _files(soort: Soort) -> list[Path]:
    return sorted(sleutels_map().glob(f"{soort}-*.sleutel"))


def _decode(soort: Soort, bron: str, tekst: str) -> Sleutel:
    try:
        waarde = base64.b64decode(tekst.strip(), validate=True)
    except (binascii.Error, ValueError):
        waarde = b""
    if len(waarde) != LENGTE:
        raise SleutelFout(f"{bron} is geen sleutel: verwacht {LENGTE} bytes in base64.")
    return Sleutel(soort, waarde)


def _folder() -> Path:
    plaats = sleutels_map()
    if plaats.is_relative_to(tabellen_map()):
        raise SleutelFout(f"De sleutels mogen niet bij de tabellen liggen: {plaats}.")
    plaats.mkdir(parents=True, exist_ok=True, mode=0o700)
    plaats.chmod(0o700)
    return plaats


def _missing(soort: Soort) -> str:
    wat = {
        "kind": "de pseudoniemen",
        "bestand": "de bewaarde bestanden",
        "gezin": "de gegevens van gezinnen",
        "spoor": "het spoor",
    }[soort]
    return (
        f"De sleutel van {wat} ontbreekt. Zet hem terug in {sleutels_map()} of in {OMGEVING[soort]}. "
        "Zonder die sleutel kan er niets bij; er is niets veranderd."
    )


def say_where(soort: Soort) -> str:
    """Where the key of `soort` is now, in a sentence for who has just changed it."""
    naam = OMGEVING[soort]
    if os.environ.get(naam):
        return f"Zet nu de waarde van {naam}_NIEUW in {naam}; de vorige is niet meer nodig."
    return f"Hij staat in {sleutels_map()}. Maak er een kopie van op een veilige plaats."
