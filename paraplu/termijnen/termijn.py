"""A term: a length, the day it begins to run, and a calendar. The last day follows from these.

Nothing stores the last day: who changes the calendar or the anchor gets another one, and the
receipt says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal

from paraplu.termijnen.duur import Duur
from paraplu.termijnen.kalender import BuitenKalender, Kalender, kalender

#: What a term comes to: done in time, done too late, still open, or passed without being done.
Stand = Literal["gehaald", "te laat", "open", "verlopen"]
EEN_DAG = timedelta(days=1)
ATW: Final = kalender()
#: Art. 2: a statutory term of this many days or more has at least so many working days in it.
DREMPEL, WERKDAGEN_ERIN = 3, 2


@dataclass(frozen=True)
class Dag:
    """One day of a receipt. `nummer` is its place among the days that count, else None."""

    datum: date
    telt: bool
    nummer: int | None
    reden: str


@dataclass(frozen=True, kw_only=True)
class Termijn:
    """A term that runs from `vanaf`, the day of the event, which itself does not count.

    `verlengt`: the term is statutory, so that it does not end on a Saturday, Sunday or holiday
    (Algemene termijnenwet art. 1 and 2). Working days need no such rule.
    """

    duur: Duur
    vanaf: date
    kalender: Kalender
    verlengt: bool = False

    @property
    def uiterste_datum(self) -> date:
        """The last day on which one is in time, to its end."""
        return self.dagen[-1].datum

    @cached_property
    def dagen(self) -> tuple[Dag, ...]:
        """The receipt: every day from the event to the last one, counted or not, and why."""
        dagen = [Dag(self.vanaf, False, None, "op deze dag begint het; die telt niet mee")]
        try:
            if self.duur.eenheid == "werkdagen":
                dagen += self._werkdagen()
            else:
                dagen += self._kalenderdagen()
                dagen += self._verlenging(dagen)
        except (OverflowError, ValueError) as fout:
            raise BuitenKalender("Deze termijn eindigt buiten de kalender.") from fout
        return tuple(dagen)

    def stand(self, *, op: date, gedaan_op: date | None) -> Stand:
        """How the term stands on a day, given the day on which it was met, if it was."""
        if gedaan_op is not None and gedaan_op <= op:
            return "gehaald" if gedaan_op <= self.uiterste_datum else "te laat"
        return "open" if op <= self.uiterste_datum else "verlopen"

    def _werkdagen(self) -> Iterator[Dag]:
        dag, nummer = self.vanaf, 0
        while nummer < self.duur.aantal:
            dag += EEN_DAG
            vrij = self.kalender.reden_vrij(dag)
            if vrij:
                yield Dag(dag, False, None, vrij)
            else:
                nummer += 1
                yield Dag(dag, True, nummer, "werkdag")

    def _kalenderdagen(self) -> Iterator[Dag]:
        aantal = (self.duur.laatste_dag(self.vanaf) - self.vanaf).days
        for nummer in range(1, aantal + 1):
            dag = self.vanaf + nummer * EEN_DAG
            yield Dag(dag, True, nummer, self.kalender.reden_vrij(dag) or "werkdag")

    def _verlenging(self, dagen: Sequence[Dag]) -> Iterator[Dag]:
        if not (self.verlengt and self.duur.valt_onder_termijnenwet):
            return
        te_kort = self.duur.eenheid == "dagen" and self.duur.aantal < DREMPEL
        nodig = 0 if te_kort else WERKDAGEN_ERIN
        nodig -= sum(self.kalender.is_werkdag(dag.datum) for dag in dagen[1:])
        dag = dagen[-1].datum
        vrij = self.kalender.reden_vrij(dag)
        while vrij or nodig > 0:
            dag += EEN_DAG
            vrij = self.kalender.reden_vrij(dag)
            nodig -= not vrij
            yield Dag(dag, False, None, vrij or "werkdag: tot hier is de termijn verlengd")


def bereken(
    duur: Duur, vanaf: date, kalender: Kalender = ATW, *, verlengt: bool = False
) -> Termijn:
    """The term of this length that begins to run on `vanaf`.

    BuitenKalender when a day of it lies outside the years of the calendars.

    >>> from paraplu.termijnen.duur import lees_termijn
    >>> bereken(lees_termijn("3 werkdagen"), date(2026, 4, 2)).uiterste_datum
    datetime.date(2026, 4, 9)
    """
    termijn = Termijn(duur=duur, vanaf=vanaf, kalender=kalender, verlengt=verlengt)
    termijn.dagen  # noqa: B018 - counted now, so that a term outside the calendar fails here
    return termijn
