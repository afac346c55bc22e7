"""A term: a length, the day it begins to run, a calendar, and when it stood still.

The last day follows from these. Nothing stores it as the truth: who changes the calendar, the anchor
or a suspension gets another one, and the receipt says why. The last day is computed by jumping; the
receipt walks from day to day and is a second reading of the same rules (a test holds them together).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal

from paraplu.termijnen.duur import Duur
from paraplu.termijnen.kalender import BuitenKalender, Kalender, check_jaren, kalender
from paraplu.termijnen.opschorting import ZONDER_EINDE, Opschorting, merge, redenen_op
from paraplu.termijnen.resterend import Resterend, Stip
from paraplu.termijnen.teller import Dagteller

#: What a term comes to: done in time, done too late, still open, or passed without being done.
Stand = Literal["gehaald", "te laat", "open", "verlopen"]
EEN_DAG = timedelta(days=1)
ATW: Final = kalender()
#: Art. 2: a statutory term of this many days or more has at least so many working days in it.
DREMPEL, WERKDAGEN_ERIN = 3, 2


class GeenUitersteDatum(ValueError):
    """The term stands still and nobody knows yet until when."""


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
    (Algemene termijnenwet art. 1 and 2). Working days need no such rule. On a suspended day nothing
    counts and the term does not end, whatever its unit.
    """

    duur: Duur
    vanaf: date
    kalender: Kalender
    verlengt: bool = False
    opschortingen: tuple[Opschorting, ...] = ()

    @cached_property
    def loopt_af_op(self) -> date | None:
        """The last day on which one is in time; None while a suspension without an end holds it up."""
        duur = self.duur
        try:
            if not self.opschortingen and duur.eenheid == "werkdagen":
                return self.kalender.werkdag_na(self.vanaf, duur.aantal)
            einde = self._teller.dag_na(self.vanaf, self.lengte)
            if einde is not None and self.verlengt and duur.valt_onder_termijnenwet:
                einde = self._verleng(einde)
            check_jaren(self.vanaf + EEN_DAG, einde or self.vanaf + EEN_DAG)
        except (OverflowError, ValueError) as fout:
            raise BuitenKalender("Deze termijn eindigt buiten de kalender.") from fout
        return einde

    @property
    def uiterste_datum(self) -> date:
        """As `loopt_af_op`, for a term that has an end; else GeenUitersteDatum."""
        if self.loopt_af_op is None:
            raise GeenUitersteDatum("De termijn staat stil; een uiterste datum is nog niet bekend.")
        return self.loopt_af_op

    @cached_property
    def lengte(self) -> int:
        """How many days have to count: working days for a term of working days, else calendar days."""
        if self.duur.eenheid == "werkdagen":
            return self.duur.aantal
        return (self.duur.laatste_dag(self.vanaf) - self.vanaf).days

    @cached_property
    def dagen(self) -> tuple[Dag, ...]:
        """The receipt: every day from the event to the last one, counted or not, and why.

        Of a term that stands still without an end the first day of that is the last one here.
        """
        dagen = [Dag(self.vanaf, False, None, "op deze dag begint het; die telt niet mee")]
        try:
            dagen += self._looptijd()
            if not self._blijft_stil(dagen[-1].datum):
                dagen += self._verlenging(dagen)
        except (OverflowError, ValueError) as fout:
            raise BuitenKalender("Deze termijn eindigt buiten de kalender.") from fout
        return tuple(dagen)

    def stand(self, *, op: date, gedaan_op: date | None) -> Stand:
        """How the term stands on a day, given the day on which it was met, if it was."""
        einde = self.loopt_af_op
        if gedaan_op is not None and gedaan_op <= op:
            return "gehaald" if einde is None or gedaan_op <= einde else "te laat"
        return "open" if einde is None or op <= einde else "verlopen"

    def reden_stil(self, op: date) -> str:
        """Why the term is suspended on this day; "" when it is not."""
        return "; ".join(redenen_op(self.opschortingen, op))

    def resterend(self, op: date) -> Resterend:
        """How many days still count after `op`; below zero: how many counted since the last day.

        >>> termijn = bereken(Duur(3, "werkdagen"), date(2026, 4, 2))
        >>> [termijn.resterend(date(2026, 4, dag)).zin for dag in (3, 8, 9, 10)]
        ['nog 3 werkdagen', 'nog 1 werkdag', 'vandaag de laatste dag', '1 werkdag te laat']
        """
        einde, teller, begin = self.loopt_af_op, self._teller, max(op, self.vanaf)
        if einde is None:
            aantal = self.lengte - teller.tussen(self.vanaf, begin)
        elif op <= einde:
            aantal = teller.tussen(begin, einde)
        else:
            aantal = -teller.tussen(einde, op)
        stil = self._stilstand(op) if self.opschortingen else None
        return Resterend(
            op=op,
            aantal=aantal,
            eenheid="werkdagen" if self.duur.eenheid == "werkdagen" else "dagen",
            loopt_af_op=einde,
            stil_vanaf=stil[0] if stil else None,
            stil_tot=stil[1] if stil else None,
        )

    def stippen(self, op: date, *, te_laat: int | None = None) -> tuple[Stip, ...]:
        """A dot for every day that counts: over, open (also `op` itself), or counted after the last.

        While the term stands still without an end, the days that must still count have no date and
        no dot. Of the days that are too late at most `te_laat` are given, the first ones.
        """
        stippen = [Stip(dag, "open" if dag >= op else "voorbij") for dag in self._geteld()]
        dag, over = self.loopt_af_op, te_laat
        while dag is not None and dag < op and over != 0:
            dag = self._teller.dag_na(dag, 1)
            if dag is not None and dag <= op:
                stippen.append(Stip(dag, "te laat"))
                over = None if over is None else over - 1
        return tuple(stippen)

    @cached_property
    def _teller(self) -> Dagteller:
        werkdagen = self.duur.eenheid == "werkdagen"
        return Dagteller(self.kalender if werkdagen else None, merge(self.opschortingen))

    def _geteld(self) -> Iterator[date]:
        """The days that count, up to where it stands still without an end."""
        dag = self.vanaf
        for _nummer in range(self.lengte):
            volgende = self._teller.dag_na(dag, 1)
            if volgende is None:
                return
            dag = volgende
            yield dag

    def _verleng(self, einde: date) -> date | None:
        """The end of a statutory term whose days have run out on `einde`."""
        werkdagen = Dagteller(self.kalender, self._teller.stil)
        nodig = self._werkdagen_nodig - werkdagen.tussen(self.vanaf, einde)
        if nodig <= 0 and self.kalender.is_werkdag(einde):
            return einde
        return werkdagen.dag_na(einde, max(nodig, 1))

    @property
    def _werkdagen_nodig(self) -> int:
        te_kort = self.duur.eenheid == "dagen" and self.duur.aantal < DREMPEL
        return 0 if te_kort else WERKDAGEN_ERIN

    def _stilstand(self, op: date) -> tuple[date, date | None] | None:
        """The first suspension that matters to the end and is not over on `op`."""
        laatste = self.loopt_af_op or date.max
        for begin, einde in self._teller.stil:
            if max(op, self.vanaf).toordinal() <= einde and begin <= laatste.toordinal():
                dag = date.fromordinal(begin)
                return (dag, None if einde == ZONDER_EINDE else date.fromordinal(einde))
        return None

    def _looptijd(self) -> Iterator[Dag]:
        """Day after day until enough have counted, or until it stands still without an end."""
        dag, nummer, per_werkdag = self.vanaf, 0, self.duur.eenheid == "werkdagen"
        while nummer < self.lengte:
            dag += EEN_DAG
            stil = self._dag_stil(dag)
            vrij = self.kalender.reden_vrij(dag)
            if stil is not None:
                yield stil
                if self._blijft_stil(dag):
                    return
            elif vrij and per_werkdag:
                yield Dag(dag, False, None, vrij)
            else:
                nummer += 1
                yield Dag(dag, True, nummer, vrij or "werkdag")

    def _verlenging(self, dagen: Sequence[Dag]) -> Iterator[Dag]:
        if not (self.verlengt and self.duur.valt_onder_termijnenwet):
            return
        nodig = self._werkdagen_nodig
        nodig -= sum(self.kalender.is_werkdag(dag.datum) for dag in dagen if dag.telt)
        dag = dagen[-1].datum
        mag_eindigen = self.kalender.is_werkdag(dag)
        while not mag_eindigen or nodig > 0:
            dag += EEN_DAG
            vrij, stil = self.kalender.reden_vrij(dag), self._dag_stil(dag)
            mag_eindigen = not vrij and stil is None
            nodig -= mag_eindigen
            yield stil or Dag(dag, False, None, vrij or "werkdag: tot hier is de termijn verlengd")
            if self._blijft_stil(dag):
                return

    def _dag_stil(self, dag: date) -> Dag | None:
        reden = self.reden_stil(dag) if self.opschortingen else ""
        if not reden:
            return None
        nog = " (het einde is nog niet bekend)" if self._blijft_stil(dag) else ""
        return Dag(dag, False, None, f"opgeschort: {reden}{nog}")

    def _blijft_stil(self, dag: date) -> bool:
        return any(een.is_open and een.omvat(dag) for een in self.opschortingen)


def bereken(
    duur: Duur,
    vanaf: date,
    kalender: Kalender = ATW,
    *,
    verlengt: bool = False,
    opschortingen: Iterable[Opschorting] = (),
) -> Termijn:
    """The term of this length that begins to run on `vanaf`.

    BuitenKalender when a day of it lies outside the years of the calendars.

    >>> from paraplu.termijnen.duur import lees_termijn
    >>> bereken(lees_termijn("3 werkdagen"), date(2026, 4, 2)).uiterste_datum
    datetime.date(2026, 4, 9)
    """
    termijn = Termijn(
        duur=duur,
        vanaf=vanaf,
        kalender=kalender,
        verlengt=verlengt,
        opschortingen=tuple(opschortingen),
    )
    termijn.loopt_af_op  # noqa: B018 - now, so that a term outside the calendar fails here
    return termijn
