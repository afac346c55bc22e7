"""A paper that somebody hands in: which kinds, how large, and whether it is what its name says.

For rooms that keep papers of partners. What is kept is never shown as a page of ours: it is always
saved by the browser.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

#: Kinds that do nothing when they are opened, by the ending of their name.
UITGANGEN: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
}
#: What a packed kind holds; a PDF begins with its own mark.
INHOUD: Final = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
}
PDF: Final = b"%PDF-"
#: Programs in a paper are refused.
PROGRAMMA: Final = "vbaproject"
HOOGSTENS: Final = 20 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Stukbestand:
    """A file that was looked at: media type, ending, SHA-256 and size beside what it holds."""

    inhoud: bytes
    soort: str
    uitgang: str
    afdruk: str
    grootte: int


def check_bestand(bestand: Any, *, uitgangen: Iterable[str] = UITGANGEN) -> Any:
    """The uploaded file, when its kind, size and content are right; ValidationError with a sentence."""
    uitgang = _ending(bestand)
    if uitgang not in set(uitgangen):
        namen = ", ".join(sorted(uitgangen)).upper()
        raise forms.ValidationError(_("Kies een bestand van deze soort: %(namen)s.") % {"namen": namen})  # fmt: skip
    if bestand.size > HOOGSTENS:
        raise forms.ValidationError(_("Dit bestand is groter dan 20 MB."))
    if not _is_what_it_says(bestand, uitgang):
        raise forms.ValidationError(_("De inhoud past niet bij de naam van dit bestand."))
    bestand.seek(0)
    return bestand


def _ending(bestand: Any) -> str:
    return PurePath(bestand.name).suffix.lstrip(".").lower()


def _is_what_it_says(bestand: Any, uitgang: str) -> bool:
    bestand.seek(0)
    if uitgang == "pdf":
        return bool(bestand.read(len(PDF)) == PDF)
    try:
        with zipfile.ZipFile(bestand) as doos:
            namen = doos.namelist()
    except zipfile.BadZipFile:
        return False
    return INHOUD[uitgang] in namen and not any(PROGRAMMA in naam.lower() for naam in namen)


def read_bestand(bestand: Any) -> Stukbestand:
    """What is kept of a file that `check_bestand` let through."""
    bestand.seek(0)
    inhoud, uitgang = bestand.read(), _ending(bestand)
    return Stukbestand(
        inhoud=inhoud,
        soort=UITGANGEN[uitgang],
        uitgang=uitgang,
        afdruk=hashlib.sha256(inhoud).hexdigest(),
        grootte=len(inhoud),
    )


def give_bestand(*, inhoud: bytes, soort: str, naam: str) -> HttpResponse:
    """The file to be saved under this name."""
    antwoord = HttpResponse(bytes(inhoud), content_type=soort)
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord
