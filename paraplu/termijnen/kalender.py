"""A calendar says of each day whether it is a working day, and if not, why not."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from paraplu.termijnen.feestdagen import EERSTE_JAAR, LAATSTE_JAAR, feestdagen

MAP: Final = Path(__file__).parent
WEEKEND: Final = {5: "zaterdag", 6: "zondag"}
STANDAARD: Final = "atw"


class BuitenKalender(ValueError):
    """A day before the first or after the last year of the calendars."""


@dataclass(frozen=True, kw_only=True)
class Kalender:
    """Which days are free besides Saturday and Sunday; `bron` is where that is said."""

    naam: str
    titel: str
    feestdagen: bool
    gelijkgesteld: bool
    bron: str

    def reden_vrij(self, dag: date) -> str:
        """Why this day is no working day; "" when it is one. BuitenKalender outside its years.

        >>> kalender().reden_vrij(date(2026, 4, 3)), kalender().reden_vrij(date(2026, 4, 7))
        ('Goede Vrijdag', '')
        """
        if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
            raise BuitenKalender(
                f"De kalender loopt van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}; "
                f"{dag.isoformat()} valt daarbuiten."
            )
        feestdag = feestdagen(dag.year).get(dag, "") if self.feestdagen else ""
        reden = feestdag or WEEKEND.get(dag.weekday(), "")
        if not reden and self.gelijkgesteld and dag in gelijkgestelde_dagen():
            return "gelijkgesteld met een feestdag"
        return reden

    def is_werkdag(self, dag: date) -> bool:
        """Whether people work on this day."""
        return not self.reden_vrij(dag)


@cache
def kalenders() -> Mapping[str, Kalender]:
    """Every calendar by name."""
    return {naam: Kalender(naam=naam, **rij) for naam, rij in _lees("kalenders").items()}


def kalender(naam: str = STANDAARD) -> Kalender:
    """The calendar with this name; KeyError when there is none."""
    return kalenders()[naam]


@cache
def gelijkgestelde_dagen() -> Mapping[date, str]:
    """The days that a decree put on a par with a holiday, each with the decree."""
    besluiten = _lees("gelijkgesteld")["besluit"]
    return {dag: besluit["bron"] for besluit in besluiten for dag in besluit["dagen"]}


def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((MAP / f"{naam}.toml").read_text(encoding="utf-8"))
