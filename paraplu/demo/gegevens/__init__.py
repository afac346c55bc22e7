"""The demo's own small tables: everything in them that is not a code of the standard is invented."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from typing import Any


def lees_tabel(naam: str) -> list[dict[str, str]]:
    """The rows of one of our CSV files."""
    blad = resources.files(__package__) / f"{naam}.csv"
    with blad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


@cache
def lees_toml(naam: str) -> dict[str, Any]:
    """One of our TOML files."""
    blad = resources.files(__package__) / f"{naam}.toml"
    return tomllib.loads(blad.read_text(encoding="utf-8"))
