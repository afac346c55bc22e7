"""The files of reports: each under its hash, written at once or not at all, and never overwritten."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from paraplu.afspraken.plaats import var_map


class BestandWeg(Exception):
    """A file of a report is not there, or is not what it was; `str()` says which."""


def store(inhoud: bytes, formaat: str) -> str:
    """Keep a file; gives its sha256. Twice the same is one file."""
    afdruk = hashlib.sha256(inhoud).hexdigest()
    plaats = _plaats(afdruk, formaat)
    if plaats.is_file():
        return afdruk
    plaats.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    greep, naast = tempfile.mkstemp(dir=plaats.parent)
    try:
        with os.fdopen(greep, "wb") as uit:
            uit.write(inhoud)
            uit.flush()
            os.fsync(uit.fileno())
        Path(naast).replace(plaats)
    except BaseException:
        Path(naast).unlink(missing_ok=True)
        raise
    return afdruk


def read(afdruk: str, formaat: str) -> bytes:
    """The file with this hash. Raises BestandWeg when it is not there or was changed."""
    try:
        inhoud = _plaats(afdruk, formaat).read_bytes()
    except FileNotFoundError:
        raise BestandWeg(f"Het bewaarde {formaat}-bestand is er niet meer.") from None
    if hashlib.sha256(inhoud).hexdigest() != afdruk:
        raise BestandWeg(f"Het bewaarde {formaat}-bestand is veranderd.")
    return inhoud


def _plaats(afdruk: str, formaat: str) -> Path:
    return var_map() / "verslagen" / afdruk[:2] / f"{afdruk}.{formaat}"
