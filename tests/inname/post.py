"""Small deliveries to try the intake with: real messages of children who do not exist."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from random import Random

from paraplu.berichten import schrijf, standaard
from tests.berichten.maak import maak_bericht

SOORTEN = ("JW301", "JW302", "JW305", "JW307", "JW315", "JW319", "JW323", "JW325")


def bericht(soort: str, zaad: int, *, release: str = "3.2", hoogstens: int = 3) -> bytes:
    """One valid message; the same `zaad` gives the same bytes."""
    berichtsoort = standaard.release(release).berichtsoorten[soort]
    return schrijf(maak_bericht(berichtsoort, Random(zaad), hoogstens=hoogstens))


def anders_geschreven(inhoud: bytes) -> bytes:
    """The same message in other bytes: other white space between its elements."""
    return re.sub(rb">\s*<", b">\n\t<", inhoud)


def kapot(inhoud: bytes) -> bytes:
    """The same message with a category that does not exist in its first product."""
    return re.sub(rb"(Categorie>)\d\d<", rb"\g<1>XX<", inhoud, count=1)


def schrijf_map(plaats: Path, bestanden: dict[str, bytes]) -> Path:
    """A folder with these files."""
    for naam, inhoud in bestanden.items():
        (plaats / naam).parent.mkdir(parents=True, exist_ok=True)
        (plaats / naam).write_bytes(inhoud)
    return plaats


def maak_zip(bestanden: dict[str, bytes]) -> bytes:
    """A zip with these files."""
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in bestanden.items():
            zip_.writestr(naam, inhoud)
    return doel.getvalue()
