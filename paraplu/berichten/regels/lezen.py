"""Values of leaves as rules compare them; None where the structure check has its own finding."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from paraplu.berichten.waarde import WIT


@lru_cache(maxsize=100_000)
def dag(tekst: str | None) -> date | None:
    """The date in this text; None when it is absent or no date."""
    if tekst is None:
        return None
    try:
        return date.fromisoformat(tekst.strip(WIT))
    except ValueError:
        return None


def getal(tekst: str | None) -> int | None:
    """The whole number in this text; None when it is absent or no number."""
    if tekst is None:
        return None
    try:
        return int(tekst)
    except ValueError:
        return None


def lijst(klasse: Mapping[str, Any], *pad: str) -> list[dict[str, Any]]:
    """The repeated classes at this path; empty when any step of it is absent."""
    waarde: Any = klasse
    for stap in pad:
        waarde = waarde.get(stap, {})
    return list(waarde)


def laatste_dag(eerste: date) -> date:
    """The last day of the month of this day."""
    return eerste.replace(day=monthrange(eerste.year, eerste.month)[1])
