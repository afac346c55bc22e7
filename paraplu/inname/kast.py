"""The cupboard: files as they came, encrypted, under a name that says nothing about them.

The public name of a file is a keyed hash of the SHA-256 of its content. The key for that,
`naamsleutel`, lies in the cupboard itself, encrypted: names stay the same when the key changes.
Beside the files lies one note per delivery (day, bringer, files), so that the tables can always be
made again from the cupboard alone.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

from paraplu.inname.envelop import Envelop, seal
from paraplu.inname.levering import Bewaard, Levering
from paraplu.inname.schijf import sync_folder

NAAMSLEUTEL = "naamsleutel"
LEVERINGEN = "leveringen"


class Kast:
    """The kept files in folder `plaats`, sealed with `sleutel` (32 bytes)."""

    def __init__(self, plaats: Path, sleutel: bytes) -> None:
        self.plaats = plaats
        self._sleutel = sleutel
        (plaats / LEVERINGEN).mkdir(parents=True, exist_ok=True, mode=0o700)
        self._naamsleutel = self._find_naamsleutel()

    def keep(self, bron: BinaryIO, *, naam: str) -> Bewaard:
        """Keep what `bron` gives, on disk when this returns; the same content is kept once."""
        som = hashlib.sha256()
        tijdelijk, aantal = self._seal(cast(BinaryIO, _Hashing(bron, som)), naam=naam)
        bestand = self.public_name(som.digest())
        self._place(tijdelijk, self._path(bestand))
        return Bewaard(bestand=bestand, naam=naam, bytes=aantal)

    def open(self, bestand: str) -> io.BufferedReader:
        """The content of a kept file, as a seekable stream."""
        return io.BufferedReader(self._envelop(self._path(bestand)), 1 << 18)

    def public_name(self, som: bytes) -> str:
        """The name of the file with SHA-256 `som`: 32 hexadecimal characters."""
        return hmac.digest(self._naamsleutel, b"bestand" + som, "sha256").hex()[:32]

    def delivery_number(self, *, dag: date, brenger: str, bestanden: list[str]) -> str:
        """The number of a delivery: same day, bringer and files give the same number."""
        inhoud = json.dumps([dag.isoformat(), brenger, sorted(set(bestanden))])
        return hmac.digest(self._naamsleutel, inhoud.encode(), "sha256").hex()[:16]

    def note(self, levering: Levering) -> None:
        """Write down a delivery before it is taken, so that it can be finished or taken again."""
        if levering.levering in self.numbers():
            return
        inhoud = asdict(levering) | {"dag": levering.dag.isoformat()}
        bron = io.BytesIO(json.dumps(inhoud).encode())
        tijdelijk, _ = self._seal(bron, naam=levering.levering)
        self._place(tijdelijk, self.plaats / LEVERINGEN / levering.levering)

    def deliveries(self) -> Iterator[Levering]:
        """Every delivery that was written down, by day and then by number."""
        gelezen = (self.delivery(nummer) for nummer in self.numbers())
        yield from sorted(gelezen, key=lambda levering: (levering.dag, levering.levering))

    def delivery(self, nummer: str) -> Levering:
        """One delivery as it was written down."""
        with self._envelop(self.plaats / LEVERINGEN / nummer) as bron:
            velden = json.loads(bron.read())
        return Levering(
            levering=velden["levering"],
            dag=date.fromisoformat(velden["dag"]),
            brenger=velden["brenger"],
            bestanden=tuple(Bewaard(**bewaard) for bewaard in velden["bestanden"]),
        )

    def numbers(self) -> set[str]:
        """The numbers of all deliveries that were written down."""
        return {p.name for p in (self.plaats / LEVERINGEN).iterdir() if _is_envelop(p)}

    def is_empty(self) -> bool:
        """Whether no delivery was ever written down here."""
        return not self.numbers()

    def copy_to(self, plaats: Path, sleutel: bytes) -> None:
        """The same cupboard in folder `plaats`, sealed with another key."""
        nieuw = Kast.__new__(Kast)
        nieuw.plaats, nieuw._sleutel = plaats, sleutel
        for pad in sorted(p for p in self.plaats.rglob("*") if _is_envelop(p)):
            doel = plaats / pad.relative_to(self.plaats)
            with self._envelop(pad) as bron:
                tijdelijk, _ = nieuw._seal(cast(BinaryIO, bron), naam=bron.naam)
            nieuw._place(tijdelijk, doel)

    def _path(self, bestand: str) -> Path:
        return self.plaats / bestand[:2] / bestand

    def _find_naamsleutel(self) -> bytes:
        pad = self.plaats / NAAMSLEUTEL
        if not pad.exists():
            bron = io.BytesIO(secrets.token_bytes(32))
            self._place(self._seal(bron, naam=NAAMSLEUTEL)[0], pad)
        with self._envelop(pad) as bron_dicht:
            return bron_dicht.read()

    def _envelop(self, pad: Path) -> Envelop:
        return Envelop(pad.open("rb"), sleutel=self._sleutel)

    def _seal(self, bron: BinaryIO, *, naam: str) -> tuple[Path, int]:
        """Write an envelope under a temporary name and bring it to the disk."""
        self.plaats.mkdir(parents=True, exist_ok=True, mode=0o700)
        tijdelijk = self.plaats / f".{secrets.token_hex(8)}"
        try:
            nummer = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(nummer, "wb") as doel:
                aantal = seal(bron, doel, sleutel=self._sleutel, naam=naam)
                doel.flush()
                os.fsync(doel.fileno())
        except BaseException:
            tijdelijk.unlink(missing_ok=True)
            raise
        return tijdelijk, aantal

    def _place(self, tijdelijk: Path, plek: Path) -> None:
        """Give a finished envelope its name; what lies there already is the same and stays."""
        if plek.exists():
            tijdelijk.unlink()
            return
        plek.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        tijdelijk.replace(plek)
        sync_folder(plek.parent)


class _Hashing(io.RawIOBase):
    """A stream that adds what is read from it to a hash."""

    def __init__(self, bron: BinaryIO, som: hashlib._Hash) -> None:
        self._bron, self._som = bron, som

    def read(self, aantal: int = -1) -> bytes:
        stuk = self._bron.read(aantal)
        self._som.update(stuk)
        return stuk


def _is_envelop(pad: Path) -> bool:
    """A finished envelope: temporary ones begin with a dot, the mark of the key has a suffix."""
    return pad.is_file() and not pad.name.startswith(".") and not pad.suffix
