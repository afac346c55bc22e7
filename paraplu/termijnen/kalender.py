"""A calendar says of each day whether it is a working day, and if not, why not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from paraplu.termijnen.feestdagen import EERSTE_JAAR, LAATSTE_JAAR, feestdagen
from paraplu.termijnen.telling import Werkdagtelling

MAP: Final = Path(__file__).parent
WEEKEND: Final = {5: "zaterdag", 6: "zondag"}
ZATERDAG: Final = 5
STANDAARD: Final = "atw"
#: The anchor may be the day before the first; ordinal of the last day of the calendars.
VOOR_EERSTE_DAG: Final = date(EERSTE_JAAR - 1, 12, 31)
LAATSTE_DAG: Final = date(LAATSTE_JAAR, 12, 31).toordinal()
BUITEN: Final = (
    f"De kalender loopt van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}; deze dag valt daarbuiten."
)


class BuitenKalender(ValueError):
    """A day before the first or after the last year of the calendars."""


@dataclass(frozen=True, kw_only=True)
class Kalender:
    """Which days are free besides Saturday and Sunday; `bron` is where that is said.

    `toegevoegd` are days that this calendar has free besides, each with its reason.
    """

    naam: str
    titel: str
    feestdagen: bool
    gelijkgesteld: bool
    bron: str
    toegevoegd: tuple[tuple[date, str], ...] = ()

    def reden_vrij(self, dag: date) -> str:
        """Why this day is no working day; "" when it is one. BuitenKalender outside its years.

        >>> kalender().reden_vrij(date(2026, 4, 3)), kalender().reden_vrij(date(2026, 4, 7))
        ('Goede Vrijdag', '')
        """
        check_jaren(dag, dag)
        feestdag = feestdagen(dag.year).get(dag, "") if self.feestdagen else ""
        reden = feestdag or WEEKEND.get(dag.weekday(), "")
        if not reden and self.gelijkgesteld and dag in gelijkgestelde_dagen():
            return "gelijkgesteld met een feestdag"
        return reden or next((waarom for vrij, waarom in self.toegevoegd if vrij == dag), "")

    def is_werkdag(self, dag: date) -> bool:
        """Whether people work on this day."""
        return not self.reden_vrij(dag)

    def werkdag_na(self, dag: date, aantal: int) -> date:
        """The working day that is so many (at least one) working days after `dag`.

        >>> kalender().werkdag_na(date(2026, 4, 2), 3)
        datetime.date(2026, 4, 9)
        """
        telling = self.telling
        einde = telling.dag(telling.nummer(dag.toordinal()) + aantal)
        if not (dag >= VOOR_EERSTE_DAG and einde <= LAATSTE_DAG):
            raise BuitenKalender(BUITEN)
        return date.fromordinal(einde)

    def werkdagen_tussen(self, na: date, tot: date) -> int:
        """The working days after `na`, up to and including `tot`; none when `tot` is not after `na`.

        >>> kalender().werkdagen_tussen(date(2026, 4, 2), date(2026, 4, 9))
        3
        """
        if tot <= na:
            return 0
        if na < VOOR_EERSTE_DAG or tot.year > LAATSTE_JAAR:
            raise BuitenKalender(BUITEN)
        return self.telling.nummer(tot.toordinal()) - self.telling.nummer(na.toordinal())

    def met(self, dagen: Mapping[date, str]) -> Kalender:
        """This calendar with more free days, such as those of a decree that is to come."""
        return replace(self, toegevoegd=(*self.toegevoegd, *sorted(dagen.items())))

    @cached_property
    def versie(self) -> str:
        """A short mark of which weekdays are free: another mark means that some day changed.

        Who keeps a last day keeps this with it, and can tell later that it must be computed anew.
        """
        dagen = ",".join(str(dag) for dag in sorted(self._vrije_weekdagen()))
        return sha256(dagen.encode()).hexdigest()[:8]

    @cached_property
    def telling(self) -> Werkdagtelling:
        """The working days by number."""
        return Werkdagtelling(self._vrije_weekdagen())

    @property
    def laatste_besluit(self) -> int | None:
        """The last year of which it is known which days are put on a par with a holiday.

        None for a calendar that has no such days. Later years may still get some.
        """
        return max(gelijkgestelde_dagen()).year if self.gelijkgesteld else None

    def _vrije_weekdagen(self) -> frozenset[int]:
        return frozenset(
            dag.toordinal()
            for dag in self._genoemde_dagen()
            if dag.weekday() < ZATERDAG and EERSTE_JAAR <= dag.year <= LAATSTE_JAAR
        )

    def _genoemde_dagen(self) -> Iterator[date]:
        if self.feestdagen:
            for jaar in range(EERSTE_JAAR, LAATSTE_JAAR + 1):
                yield from feestdagen(jaar)
        if self.gelijkgesteld:
            yield from gelijkgestelde_dagen()
        yield from (dag for dag, _reden in self.toegevoegd)


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


def check_jaren(eerste: date, laatste: date) -> None:
    """BuitenKalender when these days are not within the years of the calendars."""
    if eerste.year < EERSTE_JAAR or laatste.year > LAATSTE_JAAR:
        raise BuitenKalender(BUITEN)


def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((MAP / f"{naam}.toml").read_text(encoding="utf-8"))
