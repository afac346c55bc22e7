"""The sheets of what was agreed, and how they are read.

Each sheet is CSV in UTF-8 with the names of its columns in the first line.
"""

from __future__ import annotations

import csv
import io
from importlib import resources


def rijen(naam: str) -> list[dict[str, str]]:
    """The rows of one of our own sheets, by its file name without `.csv`."""
    blad = resources.files(__name__) / f"{naam}.csv"
    return list(csv.DictReader(io.StringIO(blad.read_text(encoding="utf-8"))))
