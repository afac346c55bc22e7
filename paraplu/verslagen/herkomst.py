"""What a report was made with: program, data, definitions, thresholds. With it, it is made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import paraplu
from paraplu.monitor.definities import OnbekendeDefinitie, versie_van

#: What decides on the figures, and what on how they look.
KAMERS: Final = ("afspraken", "monitor", "inzage", "verslagen", "web/papier")
BESTANDEN: Final = frozenset({".py", ".toml", ".csv", ".typ", ".html", ".css"})
#: Whose version changes the bytes of a file without a change of ours.
GEREEDSCHAP: Final = ("typst", "django")


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """What a report says of how it was made."""

    laatste_levering: date | None
    data: str
    code: str
    drempels: tuple[tuple[str, int], ...]


@cache
def code_version() -> str:
    """The fingerprint of the part of the program that makes figures and reports."""
    som = hashlib.sha256()
    for pad in _list_bestanden():
        som.update(pad.name.encode() + b"\0" + pad.read_bytes() + b"\0")
    return som.hexdigest()[:12]


def _list_bestanden() -> Iterator[Path]:
    wortel = Path(paraplu.__file__).parent
    for kamer in KAMERS:
        yield from sorted(
            pad for pad in (wortel / kamer).rglob("*") if pad.suffix in BESTANDEN and pad.is_file()
        )


def tool_versions() -> dict[str, str]:
    """The versions of the tools that write the files."""
    return {naam: metadata.version(naam) for naam in GEREEDSCHAP}


def definition_versions(indicatoren: dict[str, Any]) -> dict[str, str]:
    """Per value the version of its definition and the fingerprint of the code that counts it."""
    versies = {}
    for code in sorted(indicatoren):
        try:
            versie = versie_van(code)
        except OnbekendeDefinitie:
            continue
        versies[code] = f"{versie.versie} {versie.vingerafdruk}"
    return versies
