"""Say what a file is that is no message: a web page, a PDF, a sheet, another standard of exchange."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

#: How much of the beginning is looked at.
BLIK = 4096
BOM = b"\xef\xbb\xbf"
#: The code lists of Vektis: which message a flat file of EI holds, by the code in its first line.
EI_CODES: Final = {
    "432": "declaratie jeugdhulp",
    "433": "antwoord op een declaratie jeugdhulp",
    "434": "declaratie jeugd-ggz",
    "435": "antwoord op een declaratie jeugd-ggz",
    "450": "factuur jeugdhulp",
    "451": "antwoord op een factuur jeugdhulp",
}
#: In a flat file of EI every line has a fixed length and begins with the number of its kind of
#: record; 01 comes first, with the code of the message, its version and its subversion.
_EI = re.compile(rb"01([0-9]{3})[0-9]{4}[^\r\n]{20,2000}\r?\n(?:0[2-9]|[1-9][0-9])[^\r\n]{20,}")
_SCHEIDING = re.compile(r"[;,\t|]")


class Vreemd(NamedTuple):
    """What a file is, as the end of the sentence "Het bestand begint niet met XML: …", and what to do."""

    tekst: str
    remedie: str


_GEEN_BERICHT = "Lever het bericht zelf aan: het XML-bestand dat de software verstuurt of ontvangt."
UITTREKSEL = (
    "Lever een tabel uit de administratie (CSV of XLSX) los aan. U zegt dan welke kolom welk veld is "
    "(zie docs/uittreksels.md)."
)

#: Beginnings of files that are no text, the longest first where they overlap.
_BEGINNEN: Final = (
    (b"%PDF", Vreemd("het is een PDF.", _GEEN_BERICHT)),
    (b"\xd0\xcf\x11\xe0", Vreemd("het is een oud bestand van Office.", UITTREKSEL)),
    (b"{\\rtf", Vreemd("het is een tekstdocument (RTF).", _GEEN_BERICHT)),
    (b"\x1f\x8b", Vreemd("het is ingepakt met gzip.", "Pak het uit, of maak er een zip van.")),
    (b"7z\xbc\xaf", Vreemd("het is ingepakt met 7-Zip.", "Maak er een gewone zip van.")),
    (b"Rar!", Vreemd("het is ingepakt met RAR.", "Maak er een gewone zip van.")),
    (b"\x89PNG", Vreemd("het is een afbeelding (PNG).", _GEEN_BERICHT)),
    (b"\xff\xd8\xff", Vreemd("het is een foto (JPEG).", _GEEN_BERICHT)),
    (b"MIME-Version", Vreemd("het is een e-mail of een webbericht.", _GEEN_BERICHT)),
)
_OFFICE = Vreemd("het is een Excel- of ander Office-bestand.", UITTREKSEL)
_ZIP = Vreemd("het is een zip.", "Geef het bestand een naam die eindigt op .zip.")
_JSON = Vreemd("het is JSON.", _GEEN_BERICHT)
_TABEL = Vreemd("het lijkt een tabel (CSV).", UITTREKSEL)
WEBPAGINA: Final = (
    "Dit is een webpagina, geen bericht. Vaak is dat een opgeslagen inlogscherm.",
    "Log in bij het berichtenverkeer, download het bericht opnieuw en lever dat aan.",
)


def is_webpagina(begin: bytes) -> bool:
    """Whether a file is HTML: saved in place of the message."""
    kop = begin[:BLIK].removeprefix(BOM).lstrip()[:20].lower()
    return kop.startswith((b"<!doctype html", b"<html"))


def wat_is_dit(begin: bytes) -> Vreemd | None:
    """What a file is that does not begin with XML; None when it may be XML, or is not known."""
    kop = begin[:BLIK].removeprefix(BOM)
    if kop.lstrip()[:1] in (b"<", b""):
        return None
    for beginsel, vreemd in _BEGINNEN:
        if kop.startswith(beginsel):
            return vreemd
    if kop.startswith(b"PK\x03\x04"):
        return _OFFICE if b"[Content_Types].xml" in kop else _ZIP
    if kop.lstrip()[:1] in (b"{", b"["):
        return _JSON
    return _plat(kop) or (_TABEL if is_tabel(kop) else None)


def _plat(kop: bytes) -> Vreemd | None:
    """A flat file of EI, in which messages went before there was XML."""
    gevonden = _EI.match(kop)
    if gevonden is None:
        return None
    soort = EI_CODES.get(gevonden[1].decode("ascii"))
    wat = f" met een {soort}" if soort else ""
    return Vreemd(
        f"het is een plat bestand{wat}, in de vorm van EI van vóór de XML-berichten.",
        "Paraplu leest alleen XML. Vraag het bericht op als XML, of lever een uittreksel aan.",
    )


def is_tabel(kop: bytes) -> bool:
    """Whether the first two lines are cut in as many cells, at least two."""
    regels = kop.decode("latin-1").splitlines()[:2]
    if len(regels) < 2 or "\x00" in regels[0]:
        return False
    geteld = [sorted(_SCHEIDING.findall(regel)) for regel in regels]
    return bool(geteld[0]) and any(
        geteld[0].count(teken) and geteld[0].count(teken) == geteld[1].count(teken)
        for teken in ";,\t|"
    )
