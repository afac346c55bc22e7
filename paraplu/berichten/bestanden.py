"""The files in a delivery: XML as it is, in a zip or in a folder, within limits that keep us safe.

Nothing is unpacked to disk; a name in a zip is a label, never a path. What is not read is said in
a finding.
"""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Self, cast

from paraplu.berichten import codes
from paraplu.berichten.bevinding import Bevinding, Weigert

MB = 2**20
GEEN_ZIP: Final = "PAR031"
ZIP_GRENS: Final = "PAR032"
ZIP_IN_ZIP: Final = "PAR033"
VERSLEUTELD: Final = "PAR034"
ZIP_NAAM: Final = "PAR035"
ZIP_VORM: Final = "PAR036"
GEEN_XML_BESTAND: Final = "PAR037"
NIET_GEVONDEN: Final = "PAR038"
KOPPELING: Final = "PAR039"

#: Left by operating systems; nobody meant to deliver them.
BIJVANGST = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
BIJVANGST_MAP = "__MACOSX"
VERSLEUTELD_BIT = 0x1
#: Stands in every document of Excel, Word and the like, which are zips too.
OFFICE: Final = "[Content_Types].xml"
ZIP_BEGIN = b"PK\x03\x04"


@dataclass(frozen=True, kw_only=True)
class Grenzen:
    """How much we take from one zip: entries, bytes per file and together, and how far it may swell.

    The swelling only counts from `klein` bytes: a small file is harmless.
    """

    aantal: int = 1_000_000
    bestand: int = 8 * 1024 * MB
    samen: int = 64 * 1024 * MB
    verhouding: int = 250
    klein: int = 32 * MB


GRENZEN = Grenzen()
#: A file in a zip up to this size is held in memory as a whole.
INEENS = MB


@dataclass(frozen=True, kw_only=True)
class Bestand:
    """One file to read. `naam` is what to call it, `bytes` its size unpacked; `open` may be called again.

    `duid` is for a message that was made from something else (a row of an extract): it says what a
    finding on the message means there, or gives None when it means nothing.
    """

    naam: str
    open: Callable[[], BinaryIO]
    bytes: int
    duid: Callable[[Bevinding], Bevinding | None] | None = None


def open_bestanden(pad: Path, *, grenzen: Grenzen = GRENZEN) -> Iterator[Bestand | Bevinding]:
    """The files in `pad` (a file, a zip or a folder with these) in a fixed order."""
    if pad.is_dir():
        yield from _open_map(pad, grenzen)
    elif pad.is_file():
        yield from _open_bestand(pad, pad.name, grenzen)
    else:
        yield _meld(
            pad.name,
            NIET_GEVONDEN,
            "Dit bestand of deze map bestaat niet.",
            "Controleer de naam.",
        )


def _open_map(pad: Path, grenzen: Grenzen) -> Iterator[Bestand | Bevinding]:
    for wortel, mappen, namen in os.walk(pad, followlinks=False):
        mappen[:] = sorted(naam for naam in mappen if not naam.startswith((".", BIJVANGST_MAP)))
        for naam in sorted(namen):
            bestand = Path(wortel, naam)
            label = bestand.relative_to(pad).as_posix()
            if naam.startswith(".") or naam.lower() in BIJVANGST:
                continue
            if bestand.is_symlink():
                yield _meld(
                    label,
                    KOPPELING,
                    "Dit is een verwijzing naar een ander bestand. Die volgt Paraplu niet.",
                    "Zet het bestand zelf in de map.",
                )
            elif bestand.suffix.lower() in (".xml", ".zip"):
                yield from _open_bestand(bestand, label, grenzen)
            else:
                yield _geen_xml(label)


def _open_bestand(pad: Path, naam: str, grenzen: Grenzen) -> Iterator[Bestand | Bevinding]:
    with pad.open("rb") as bestand:
        is_zip = bestand.read(len(ZIP_BEGIN)) == ZIP_BEGIN or pad.suffix.lower() == ".zip"
    if is_zip:
        yield from _open_zip(pad, naam, pad.stat().st_size, grenzen)
    else:
        yield Bestand(naam=naam, open=lambda: pad.open("rb"), bytes=pad.stat().st_size)


def open_stroom(
    bron: BinaryIO, *, naam: str, grenzen: Grenzen = GRENZEN
) -> Iterator[Bestand | Bevinding]:
    """The files in a seekable stream: those in it when it is a zip, else itself.

    For what lies encrypted and must not stand open on disk. `bron` stays open; of one stream one
    Bestand is read at a time.
    """
    lengte = bron.seek(0, os.SEEK_END)
    bron.seek(0)
    is_zip = bron.read(len(ZIP_BEGIN)) == ZIP_BEGIN or naam.lower().endswith(".zip")
    bron.seek(0)
    if is_zip:
        yield from _open_zip(bron, naam, lengte, grenzen)
    else:
        yield Bestand(naam=naam, open=lambda: cast(BinaryIO, _Blijvend(bron)), bytes=lengte)


class _Blijvend:
    """A stream from its beginning, that stays open when who reads it closes it."""

    def __init__(self, bron: BinaryIO) -> None:
        bron.seek(0)
        self.read, self.seek, self.tell = bron.read, bron.seek, bron.tell

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Whoever opened the stream closes it."""


def _open_zip(
    bron: Path | BinaryIO, naam: str, lengte: int, grenzen: Grenzen
) -> Iterator[Bestand | Bevinding]:
    try:
        # Not closed here: a Bestand may be opened later. It closes with the last one that needs it.
        archief = zipfile.ZipFile(bron)
    except (zipfile.BadZipFile, RuntimeError, ValueError, EOFError):
        yield _meld(
            naam, GEEN_ZIP, "Dit zipbestand is beschadigd.", "Maak de zip opnieuw en lever hem aan."
        )
        return
    yield from _inhoud(archief, naam, lengte, grenzen)


def _inhoud(
    archief: zipfile.ZipFile, naam: str, lengte: int, grenzen: Grenzen
) -> Iterator[Bestand | Bevinding]:
    """What a readable zip holds: messages, an extract with its mapping, or a document of Office."""
    # An extract imports this module.
    from paraplu.berichten.uittreksel.pakket import is_pakket, open_pakket  # noqa: PLC0415

    if is_pakket(archief):
        yield from open_pakket(archief, naam=naam)
        return
    if OFFICE in archief.namelist():
        yield _meld(naam, *_OFFICE)
        return
    leden = [lid for lid in archief.infolist() if not lid.is_dir() and not _is_bijvangst(lid)]
    te_veel = _te_veel(leden, lengte, naam, grenzen)
    if te_veel is not None:
        yield te_veel
        return
    for lid in leden:
        fout = _keur_lid(lid, f"{naam}/{lid.filename}", grenzen)
        yield fout or _lid(archief, lid, f"{naam}/{lid.filename}")


def _lid(archief: zipfile.ZipFile, lid: zipfile.ZipInfo, naam: str) -> Bestand:
    return Bestand(naam=naam, open=lambda: _open_lid(archief, lid), bytes=lid.file_size)


def _open_lid(archief: zipfile.ZipFile, lid: zipfile.ZipInfo) -> BinaryIO:
    """The stream of one file; a small one is unpacked at once, which costs half as much."""
    if lid.file_size <= INEENS:
        try:
            return io.BytesIO(archief.read(lid))
        except (zipfile.BadZipFile, zlib.error, EOFError):
            pass  # Who reads the stream gets to hear it.
    return cast(BinaryIO, archief.open(lid))


def _is_bijvangst(lid: zipfile.ZipInfo) -> bool:
    naam = lid.filename.rpartition("/")[2].lower()
    return not naam or naam in BIJVANGST or lid.filename.startswith(BIJVANGST_MAP + "/")


def _te_veel(
    leden: list[zipfile.ZipInfo], bytes_: int, naam: str, grenzen: Grenzen
) -> Bevinding | None:
    """Refuse the whole zip: too many files, or too much in all for what it weighs."""
    samen = sum(lid.file_size for lid in leden)
    if len(leden) > grenzen.aantal:
        tekst = f"In de zip zitten meer dan {grenzen.aantal} bestanden."
    elif samen > grenzen.samen:
        tekst = f"Uitgepakt is de zip groter dan {grenzen.samen // MB} MB."
    elif samen > max(grenzen.klein, grenzen.verhouding * bytes_):
        tekst = "Uitgepakt is de zip veel groter dan een zip met berichten kan zijn."
    else:
        return None
    return _meld(naam, ZIP_GRENS, tekst, "Verdeel de berichten over meer zipbestanden.")


def _keur_lid(lid: zipfile.ZipInfo, naam: str, grenzen: Grenzen) -> Bevinding | None:
    """What is wrong with one file in a zip, before anything of it is unpacked."""
    delen = lid.filename.replace("\\", "/").split("/")
    if delen[0] == "" or ".." in delen or ":" in delen[0]:
        return _meld(naam, *_ZINNEN[ZIP_NAAM])
    if delen[-1].lower().endswith(".zip"):
        return _meld(naam, *_ZINNEN[ZIP_IN_ZIP])
    if not delen[-1].lower().endswith(".xml"):
        return _geen_xml(naam)
    code = _keur_inpakken(lid, grenzen)
    return _meld(naam, *_ZINNEN[code]) if code else None


def _keur_inpakken(lid: zipfile.ZipInfo, grenzen: Grenzen) -> str | None:
    if lid.flag_bits & VERSLEUTELD_BIT:
        return VERSLEUTELD
    if lid.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return ZIP_VORM
    zwelt = lid.file_size > max(grenzen.klein, grenzen.verhouding * lid.compress_size)
    return ZIP_GRENS if zwelt or lid.file_size > grenzen.bestand else None


#: What is wrong with a file in a zip: code, text, remedy.
_ZINNEN = {
    ZIP_NAAM: (
        ZIP_NAAM,
        "De naam van dit bestand wijst naar een plek buiten de zip.",
        "Maak de zip opnieuw, met gewone bestandsnamen.",
    ),
    ZIP_IN_ZIP: (
        ZIP_IN_ZIP,
        "In de zip zit weer een zip. Die opent Paraplu niet.",
        "Lever de binnenste zip los aan.",
    ),
    VERSLEUTELD: (
        VERSLEUTELD,
        "Dit bestand in de zip is versleuteld met een wachtwoord.",
        "Maak de zip zonder wachtwoord en lever hem langs een veilige weg aan.",
    ),
    ZIP_VORM: (
        ZIP_VORM,
        "Dit bestand is ingepakt op een manier die Paraplu niet kent.",
        "Maak een gewone zip (deflate).",
    ),
    ZIP_GRENS: (
        ZIP_GRENS,
        "Uitgepakt is dit bestand veel groter dan een bericht kan zijn.",
        "Lever het bericht aan zonder zip.",
    ),
}


_OFFICE = (
    codes.GEEN_XML,
    "Dit is een Excel- of ander Office-bestand, geen bericht.",
    "Lever een tabel uit de administratie (CSV of XLSX) los aan. U zegt dan welke kolom welk veld is "
    "(zie docs/uittreksels.md).",
)


def _geen_xml(naam: str) -> Bevinding:
    return _meld(
        naam,
        GEEN_XML_BESTAND,
        "Dit is geen XML-bestand. Paraplu heeft het overgeslagen.",
        "Is het een bericht? Geef het bestand dan een naam die eindigt op .xml.",
        weigert="",
    )


def _meld(
    bestand: str, code: str, tekst: str, remedie: str, *, weigert: Weigert = "bericht"
) -> Bevinding:
    return Bevinding(
        bestand=bestand, regel=0, pad="", code=code, tekst=tekst, remedie=remedie, weigert=weigert
    )
