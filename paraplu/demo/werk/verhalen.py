"""Tell the cases of the demo: each from its beginning to where it stands, by the real actions."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from paraplu.termijnen import kalender


@cache
def gegevens() -> dict[str, Any]:
    """What stands in `verhalen.toml`."""
    blad = resources.files(__package__) / "verhalen.toml"
    return tomllib.loads(blad.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Zin:
    """One turn of a story: which step, which outcome, how many working days after the one before."""

    stap: str
    uitkomst: str
    dagen: int


@dataclass(frozen=True)
class Verhaal:
    """One case: how it went, and for how many working days it has stood where it stands."""

    route: str
    stand: str
    rust: int
    houder: str
    gemeente: str
    dan: str = ""

    @property
    def zinnen(self) -> tuple[Zin, ...]:
        """The turns from the beginning to `stand`."""
        return _zinnen(self.route, self.stand)

    @property
    def werkdagen(self) -> int:
        """How many working days ago it began."""
        return self.rust + sum(zin.dagen for zin in self.zinnen)


@cache
def _zinnen(route: str, stand: str) -> tuple[Zin, ...]:
    deel = gegevens()[route][stand]
    if "zet" not in deel:
        return ()
    stap, uitkomst = deel["zet"].split(":")
    return (*_zinnen(route, deel["na"]), Zin(stap, uitkomst, deel["dagen"]))


def list_verhalen() -> Iterator[Verhaal]:
    """Every case of the demo; who holds it and where the family lives goes round."""
    rondes: Mapping[str, list[int]] = {"301": [0], "315": [0]}
    for deel in gegevens()["verhaal"]:
        route = deel["route"]
        for rust in deel["rust"]:
            nummer = rondes[route][0]
            rondes[route][0] += 1
            yield Verhaal(
                route=route,
                stand=deel["stand"],
                rust=rust,
                houder=deel.get("houder") or _round(gegevens()["houders"][route], nummer),
                gemeente=_round(gegevens()["gemeenten"][route], nummer // 2),
                dan=deel.get("dan", ""),
            )


def _round(lijst: list[str], nummer: int) -> str:
    return lijst[nummer % len(lijst)]


def workdays_before(dag: date, aantal: int) -> date:
    """The working day that lies so many working days before `dag`.

    >>> workdays_before(date(2026, 4, 9), 3)
    datetime.date(2026, 4, 2)
    """
    telling = kalender().telling
    return date.fromordinal(telling.dag(telling.nummer(dag.toordinal()) - aantal))


def at(dag: date, uur: int = 10) -> datetime:
    """A moment on a day, in our own time zone."""
    return datetime.combine(dag, time(uur), ZoneInfo(settings.TIME_ZONE))
