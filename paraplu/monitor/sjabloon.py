"""Compiled queries, kept: the query of 2023 is that of any other year with the years shifted.

Turning an Ibis expression into SQL takes ten times as long as running it. So an indicator's query is
compiled for two years that do not occur; where the two differ in nothing but those years, every other
year is a matter of filling in. Where they differ in more, the query is compiled each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ibis.expr.types import Table

from paraplu.monitor.periode import Periode

#: One leap year and one that is not: a query that counts days in Python differs between them.
PROEFJAREN = (5204, 6407)
#: Years around that of the period that a query may name.
AFSTAND = 4
GEEN = "-- geen sjabloon"
#: From an expression to the query of the engine in use.
Compileer = Callable[[Table], str]


def in_jaar(periode: Periode, jaar: int) -> Periode:
    """The same quarter or month (or the year) of another year."""
    if periode.soort == "jaar":
        return Periode.jaar(jaar)
    if periode.soort == "kwartaal":
        return Periode.kwartaal(jaar, int(periode.naam[-1]))
    return Periode.maand(jaar, periode.begin.month)


#: What this process has seen, whichever tables it was asked of: the name of the folder says for what
#: version of our own code a query is, and more than that it does not depend on.
_GEZIEN: dict[tuple[str, str], str] = {}


class Sjablonen:
    """Queries by name, kept in `map` for every process."""

    def __init__(self, map: Path) -> None:  # noqa: A002
        self.map = map
        self._bekend: dict[str, str] = {}

    def query(
        self,
        naam: str,
        compile_: Compileer,
        periode: Periode,
        maak: Callable[[Periode], Table],
    ) -> str:
        """The SQL of `maak(periode)`; `naam` says which query, apart from the period."""
        if periode.einde.month == 2:  # the only last day that differs between years
            return compile_(maak(periode))
        sleutel = f"{naam}{periode.naam[4:]}"
        sjabloon = self._bekend.get(sleutel) or self._van_schijf(sleutel)
        if sjabloon is None:
            gezien = _GEZIEN.get((self.map.name, sleutel))
            sjabloon = gezien or _maak_sjabloon(compile_, periode, maak)
            self._bewaar(sleutel, sjabloon)
        self._bekend[sleutel] = _GEZIEN[self.map.name, sleutel] = sjabloon
        if sjabloon == GEEN:
            return compile_(maak(periode))
        return vul(sjabloon, periode.begin.year)

    def _van_schijf(self, sleutel: str) -> str | None:
        plek = self.map / f"{sleutel}.sql"
        return plek.read_text() if plek.exists() else None

    def _bewaar(self, sleutel: str, sjabloon: str) -> None:
        self.map.mkdir(parents=True, exist_ok=True)
        tijdelijk = self.map / f"{sleutel}.{id(self)}"
        tijdelijk.write_text(sjabloon)
        tijdelijk.replace(self.map / f"{sleutel}.sql")


def vul(sjabloon: str, jaar: int) -> str:
    """A template with the years filled in."""
    return re.sub(r"@([+-]\d)@", lambda plek: f"{jaar + int(plek[1]):04d}", sjabloon)


def _maak_sjabloon(compile_: Compileer, periode: Periode, maak: Callable[[Periode], Table]) -> str:
    vormen = {_zonder_jaren(compile_(maak(in_jaar(periode, jaar))), jaar) for jaar in PROEFJAREN}
    return vormen.pop() if len(vormen) == 1 else GEEN


def _zonder_jaren(sql: str, jaar: int) -> str:
    for afstand in range(-AFSTAND, AFSTAND + 1):
        sql = re.sub(rf"\b{jaar + afstand}\b", f"@{afstand:+d}@", sql)
    return sql
