"""Our own typeface for paper: made from the npm package's files into files that typst reads.

typst reads no web fonts. A WOFF file is the tables of an ordinary font, each compressed with zlib:
unpacked and put behind each other again they are that font. The package splits the alphabet into
two files of one name; the second gets a name of its own, so that typst can fall back on it.
"""

from __future__ import annotations

import os
import shutil
import struct
import tempfile
import zlib
from functools import lru_cache
from pathlib import Path

import typst

from paraplu.afspraken.plaats import WORTEL, var_map

BRON = WORTEL / "node_modules/@fontsource/atkinson-hyperlegible-next/files"
FAMILIES = {"latin": "Atkinson Paraplu", "latin-ext": "Atkinson Paraplu Ext"}
STIJLEN = {400: "Regular", 700: "Bold"}
#: In the wheel of typst: stands in for every character that ours does not have.
ACHTERVANG = "Libertinus Serif"


def load_letters(map_: Path | None = None) -> tuple[typst.Fonts, tuple[str, ...]]:
    """The typefaces and their names in order of preference; only typst's own without npm packages."""
    return _load(map_ or var_map() / "letters")


@lru_cache(maxsize=4)
def _load(map_: Path) -> tuple[typst.Fonts, tuple[str, ...]]:
    bestanden = _list_bron()
    if not bestanden:
        return typst.Fonts(include_system_fonts=False), (ACHTERVANG,)
    plaats = _unpack(bestanden, map_)
    letters = typst.Fonts(include_system_fonts=False, font_paths=[str(plaats)])
    return letters, (*FAMILIES.values(), ACHTERVANG)


def _list_bron() -> dict[str, Path]:
    """The four files we use, by the name we give them; none when one is missing."""
    bestanden = {
        f"{familie} {stijl}": BRON / f"atkinson-hyperlegible-next-{deel}-{dikte}-normal.woff"
        for deel, familie in FAMILIES.items()
        for dikte, stijl in STIJLEN.items()
    }
    return bestanden if all(pad.is_file() for pad in bestanden.values()) else {}


def _unpack(bestanden: dict[str, Path], wortel: Path) -> Path:
    """The folder with the fonts; made beside its place and moved there, so that it is never half."""
    inhoud = {naam: pad.read_bytes() for naam, pad in bestanden.items()}
    som = zlib.crc32(b"".join(inhoud.values()))
    plaats = wortel / f"{som:08x}"
    if plaats.is_dir():
        return plaats
    wortel.mkdir(parents=True, exist_ok=True)
    naast = Path(tempfile.mkdtemp(dir=wortel))
    for naam, woff in inhoud.items():
        familie, _, stijl = naam.rpartition(" ")
        (naast / f"{naam.replace(' ', '-')}.ttf").write_bytes(unpack_woff(woff, familie, stijl))
    try:
        os.rename(naast, plaats)  # noqa: PTH104 - Path.rename is the same
    except OSError:
        # Another process was first; its files are the same.
        shutil.rmtree(naast)
    return plaats


def unpack_woff(woff: bytes, familie: str, stijl: str) -> bytes:
    """The font inside a WOFF 1.0 file, under the name `familie`."""
    teken, soort, _lengte, aantal = struct.unpack_from(">4s4sIH", woff)
    if teken != b"wOFF":
        raise ValueError("Dit is geen WOFF 1.0-bestand.")
    tabellen = {}
    for plek in range(aantal):
        naam, begin, klein, groot, _som = struct.unpack_from(">4sIIII", woff, 44 + 20 * plek)
        deel = woff[begin : begin + klein]
        tabellen[naam] = zlib.decompress(deel) if klein < groot else deel
    tabellen[b"name"] = _name_table(familie, stijl)
    return _join(soort, tabellen)


def _join(soort: bytes, tabellen: dict[bytes, bytes]) -> bytes:
    macht = len(tabellen).bit_length() - 1
    kop = struct.pack(
        ">4sHHHH", soort, len(tabellen), 16 << macht, macht, 16 * len(tabellen) - (16 << macht)
    )
    begin, wijzer, inhoud = 12 + 16 * len(tabellen), b"", b""
    for naam, tabel in sorted(tabellen.items()):
        wijzer += struct.pack(">4sIII", naam, _sum(tabel), begin + len(inhoud), len(tabel))
        inhoud += tabel + b"\0" * (-len(tabel) % 4)
    return kop + wijzer + inhoud


def _sum(tabel: bytes) -> int:
    vol = tabel + b"\0" * (-len(tabel) % 4)
    return sum(struct.unpack(f">{len(vol) // 4}I", vol)) & 0xFFFFFFFF


def _name_table(familie: str, stijl: str) -> bytes:
    """Family (1), style (2), full name (4) and PostScript name (6), in English for Windows."""
    namen = {
        1: familie,
        2: stijl,
        4: f"{familie} {stijl}",
        6: f"{familie}-{stijl}".replace(" ", ""),
    }
    regels, tekst = b"", b""
    for nummer, naam in namen.items():
        bytes_naam = naam.encode("utf-16-be")
        regels += struct.pack(">6H", 3, 1, 0x409, nummer, len(bytes_naam), len(tekst))
        tekst += bytes_naam
    return struct.pack(">3H", 0, len(namen), 6 + len(regels)) + regels + tekst
