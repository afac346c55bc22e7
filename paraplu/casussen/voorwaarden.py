"""Guards: what must be there before a step may be closed with an outcome. Rooms above register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from .models import CasusStap

#: Gives "" when the step may be closed, else the Dutch sentence of what is missing.
Voorwaarde = Callable[[CasusStap, str, date], str]

_VOORWAARDEN: dict[str, Voorwaarde] = {}


def register(sleutel: str, voorwaarde: Voorwaarde) -> None:
    """Let `voorwaarde` guard the outcomes whose `vraagt` is this key."""
    _VOORWAARDEN[sleutel] = voorwaarde


def missing_for(stap: CasusStap, uitkomst: str, *, on: date) -> str:
    """What is missing for this outcome, "" when nothing is; KeyError for a guard nobody registered."""
    vraagt = stap.casus.route.uitkomst(stap.sleutel, uitkomst).vraagt
    return _VOORWAARDEN[vraagt](stap, uitkomst, on) if vraagt else ""
