"""The sealed form of one kept file: encrypted in chunks, readable from any place, in little memory.

Magic, salt, length and seal of the original name, then chunks of 1 MiB, each sealed with AES-GCM
under a key of this file alone (from the key of the cupboard and the salt). The chunk number and a
mark on the last chunk are part of the nonce: what was cut off, moved or changed does not open.
Chunks of one size make the envelope seekable, so that a zip can be read as it lies.
"""

from __future__ import annotations

import hmac
import io
import os
import secrets
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from paraplu.inname.fouten import BestandBeschadigd

MERK = b"PARAPLU1"
BLOK = 1 << 20
ZEGEL = 16
NAAM, TUSSEN, LAATSTE = 2, 0, 1


def seal(bron: BinaryIO, doel: BinaryIO, *, sleutel: bytes, naam: str) -> int:
    """Write the envelope of `bron` to `doel`; gives the size of the content in bytes."""
    zout = secrets.token_bytes(16)
    slot = _lock(sleutel, zout)
    naam_dicht = slot.encrypt(_nonce(0, NAAM), naam.encode(), None)
    doel.write(MERK + zout + len(naam_dicht).to_bytes(4, "big") + naam_dicht)
    aantal, nummer, blok = 0, 0, _read_blok(bron)
    while True:
        volgend = _read_blok(bron) if len(blok) == BLOK else b""
        doel.write(slot.encrypt(_nonce(nummer, TUSSEN if volgend else LAATSTE), blok, None))
        aantal += len(blok)
        if not volgend:
            return aantal
        blok, nummer = volgend, nummer + 1


class Envelop(io.RawIOBase):
    """The content of an envelope as a seekable stream; holds one chunk in memory.

    Raises BestandBeschadigd when the key is another one or bytes were changed.
    """

    def __init__(self, bron: BinaryIO, *, sleutel: bytes) -> None:
        self._bron = bron
        kop = bron.read(len(MERK) + 20)
        if kop[: len(MERK)] != MERK:
            raise BestandBeschadigd("Een bewaard bestand heeft niet de vorm die Paraplu schrijft.")
        lengte = int.from_bytes(kop[-4:], "big")
        self._slot = _lock(sleutel, kop[len(MERK) : -4])
        self.naam = self._open(_nonce(0, NAAM), bron.read(lengte)).decode()
        self._begin = bron.tell()
        dicht = bron.seek(0, os.SEEK_END) - self._begin
        self._blokken = max(1, -(-dicht // (BLOK + ZEGEL)))
        self.lengte = dicht - self._blokken * ZEGEL
        self._plek = 0
        self._nummer, self._blok = -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._plek

    def seek(self, plek: int, vanaf: int = os.SEEK_SET) -> int:
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._plek, os.SEEK_END: self.lengte}[vanaf]
        self._plek = max(0, begin + plek)
        return self._plek

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._plek >= self.lengte:
            self._check_empty()
            return 0
        nummer, vanaf = divmod(self._plek, BLOK)
        stuk = self._read_blok(nummer)[vanaf : vanaf + len(buffer)]
        buffer[: len(stuk)] = stuk
        self._plek += len(stuk)
        return len(stuk)

    def close(self) -> None:
        self._bron.close()
        super().close()

    def _read_blok(self, nummer: int) -> bytes:
        if nummer != self._nummer:
            self._bron.seek(self._begin + nummer * (BLOK + ZEGEL))
            laatste = nummer == self._blokken - 1
            nonce = _nonce(nummer, LAATSTE if laatste else TUSSEN)
            self._blok = self._open(nonce, self._bron.read(BLOK + ZEGEL))
            self._nummer = nummer
        return self._blok

    def _check_empty(self) -> None:
        """An empty file has one empty sealed chunk: without it, it was cut off."""
        if self.lengte <= 0:
            self._read_blok(0)

    def _open(self, nonce: bytes, dicht: bytes) -> bytes:
        try:
            return self._slot.decrypt(nonce, dicht, None)
        except InvalidTag:
            raise BestandBeschadigd(
                "Een bewaard bestand gaat niet open: het is beschadigd, of de sleutel is een andere."
            ) from None


def _lock(sleutel: bytes, zout: bytes) -> AESGCM:
    return AESGCM(hmac.digest(sleutel, b"envelop" + zout, "sha256"))


def _nonce(nummer: int, soort: int) -> bytes:
    return nummer.to_bytes(11, "big") + bytes([soort])


def _read_blok(bron: BinaryIO) -> bytes:
    """Exactly BLOK bytes, or fewer at the end: a stream may give less than asked."""
    stukken, nodig = [], BLOK
    while nodig and (stuk := bron.read(nodig)):
        stukken.append(stuk)
        nodig -= len(stuk)
    return b"".join(stukken)
