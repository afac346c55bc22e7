"""What the tests of the data share: a sheet of the shared folder, where that is present."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def blad(shared: Path) -> Callable[[str], list[dict[str, str]]]:
    """The rows of one of its sheets."""

    def lees(naam: str) -> list[dict[str, str]]:
        with (shared / naam).open(encoding="utf-8", newline="") as bron:
            return list(csv.DictReader(bron))

    return lees
