"""Cut a large message at the boundaries of its clients, without building it.

The cutter knows only as much of XML as it needs: in a well-formed document `<` starts a tag, a
comment, CDATA or a processing instruction, and nothing else. Whether each piece is well-formed is
for the parser to say, that gets it inside the same open elements.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

MB = 2**20
#: What is read at a time, and so about the size of a piece.
BLOK = 2 * MB
#: The most that one client, or what stands outside the clients, may take.
GROOTST = 16 * MB
#: A piece that went the careful way: small, so that one fault costs few lines the fast way.
KLEIN = 256 * 1024
BOM = b"\xef\xbb\xbf"

_MARKERING = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    rb"|<(/?)([^\s<>/!?]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>",
    re.DOTALL,
)


class TeGroot(Exception):
    """One client, or what stands outside the clients, is larger than we hold in memory."""


class Beschadigd(Exception):
    """The file cannot be read to its end: the zip around it is broken."""


@dataclass(frozen=True)
class Opening:
    """A start tag as it stands in the file."""

    naam: bytes
    tekst: bytes

    @property
    def lokaal(self) -> bytes:
        """The name without prefix."""
        return self.naam.rpartition(b":")[2]

    @property
    def sluiting(self) -> bytes:
        """The end tag that belongs to it."""
        return b"</" + self.naam + b">"


@dataclass(frozen=True)
class Aanhef:
    """A file up to its first client: how long that is, and which elements are open there."""

    lengte: int
    open: tuple[Opening, ...]

    @property
    def na(self) -> bytes:
        """Their end tags, to put after a piece."""
        return b"".join(opening.sluiting for opening in reversed(self.open))


def zoek_wortel(tekst: bytes) -> tuple[Opening, int] | None:
    """The start tag of the root element and where it ends, or None when it is not in one piece."""
    plek = tekst.find(b"<")
    while plek >= 0:
        gevonden = _MARKERING.match(tekst, plek)
        if gevonden is None or gevonden[1]:
            return None
        if gevonden[2]:
            kaal = gevonden.group().removesuffix(b">").removesuffix(b"/")
            return Opening(gevonden[2], kaal + b">"), gevonden.end()
        plek = tekst.find(b"<", gevonden.end())
    return None


def zoek_aanhef(tekst: bytes, pad: tuple[str, ...]) -> Aanhef | None:
    """Find the first `Client` inside the elements of `pad`; None when it is not in `tekst`."""
    gezocht = [b"Bericht", *(naam.encode() for naam in pad)]
    open_: list[Opening] = []
    plek = tekst.find(b"<")
    while plek >= 0:
        gevonden = _MARKERING.match(tekst, plek)
        if gevonden is None:
            return None
        einde, naam, _, leeg = gevonden.groups()
        if naam and einde:
            if not open_:
                return None
            open_.pop()
        elif naam:
            opening = Opening(naam, gevonden.group())
            if opening.lokaal == b"Client" and [o.lokaal for o in open_] == gezocht:
                return Aanhef(plek, tuple(open_))
            if not leeg:
                open_.append(opening)
        plek = tekst.find(b"<", gevonden.end())
    return None


class Knipper:
    """Reads a file in blocks and gives pieces of whole clients.

    `rest` is what was read and not yet taken, `regel` the line of the file where it starts.
    """

    def __init__(self, bron: BinaryIO) -> None:
        self._bron = bron
        self.rest = b""
        self.regel = 1
        self.gelezen = 0
        self.op = False
        self.begin = b""

    def begin_te_lezen(self) -> None:
        """Read the first block and leave out the byte order mark, which stays in `begin`."""
        self.lees_bij()
        self.begin = self.rest[: len(BOM)]
        if self.rest.startswith(BOM):
            self.rest = self.rest[len(BOM) :]

    def lees_bij(self) -> None:
        """Read one block more; a source may give less at a time than it is asked."""
        stukken, nodig = [self.rest], BLOK
        try:
            while nodig > 0 and (stuk := self._bron.read(nodig)):
                stukken.append(stuk)
                nodig -= len(stuk)
        except (zipfile.BadZipFile, zlib.error, EOFError) as fout:
            raise Beschadigd from fout
        self.op = nodig > 0
        self.gelezen += BLOK - nodig
        self.rest = b"".join(stukken)

    def lees_alles(self, hoogstens: int) -> None:
        """Read to the end; TeGroot when that is more than `hoogstens` bytes."""
        while not self.op:
            if len(self.rest) > hoogstens:
                raise TeGroot
            self.lees_bij()

    def neem(self, lengte: int) -> bytes:
        """Take this many bytes from the front."""
        stuk = self.rest[:lengte]
        self.rest = self.rest[lengte:]
        self.regel += stuk.count(b"\n")
        return stuk

    def laat(self, lengte: int, *, regel: int) -> None:
        """Leave this many bytes behind; they end on line `regel` of the file."""
        self.rest = self.rest[lengte:]
        self.regel = regel

    def snelle_lengte(self, sluiting: bytes) -> int:
        """Up to and including the last `sluiting` in what was read; 0 when there is none.

        This may be wrong (a comment may hold the same characters): only for a piece that is then
        seen to be clients and nothing else, to the last byte.
        """
        if len(self.rest) < BLOK and not self.op:
            self.lees_bij()
        plek = self.rest.rfind(sluiting)
        return plek + len(sluiting) if plek >= 0 else 0

    def precieze_lengte(self) -> int:
        """As `snelle_lengte`, but always right and short; 0 when no client comes any more."""
        while True:
            lengte, klaar = _zoek_grens(self.rest)
            if lengte or klaar:
                return lengte
            if self.op:
                return 0
            if len(self.rest) > GROOTST:
                raise TeGroot
            self.lees_bij()


_GRENS = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|(<!--|<!\[CDATA\[|<\?)"
    rb"|<(/?)(?:[^\s<>/:!?]+:)?(Clienten|Client)(?=[\s/>])[^<>]*?(/?)>",
    re.DOTALL,
)


def _zoek_grens(tekst: bytes) -> tuple[int, bool]:
    """The end of the last whole client before KLEIN (or else the first), and whether the stream ends."""
    diepte, grens = 0, 0
    for gevonden in _GRENS.finditer(tekst):
        half, einde, naam, leeg = gevonden.groups()
        if half:
            break
        if naam is None:
            continue
        if einde and diepte == 0:
            return grens, True
        diepte += 0 if leeg else -1 if einde else 1
        if diepte == 0 and naam == b"Client":
            if grens and gevonden.end() > KLEIN:
                break
            grens = gevonden.end()
    return grens, False
