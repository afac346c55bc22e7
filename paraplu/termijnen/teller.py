"""Counts the days of a term: working days or all days, and never a suspended one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paraplu.termijnen.kalender import Kalender
from paraplu.termijnen.opschorting import ZONDER_EINDE, Stil


@dataclass(frozen=True)
class Dagteller:
    """What counts: the working days of `kalender`, or every day where that is None, except `stil`."""

    kalender: Kalender | None
    stil: Stil = ()

    def tussen(self, na: date, tot: date) -> int:
        """The days that count after `na`, up to and including `tot`."""
        aantal = self._bruto(na, tot)
        for begin, einde in self.stil:
            eerst, laatst = max(na.toordinal(), begin - 1), min(tot.toordinal(), einde)
            if eerst < laatst:
                aantal -= self._bruto(date.fromordinal(eerst), date.fromordinal(laatst))
        return aantal

    def dag_na(self, dag: date, aantal: int) -> date | None:
        """The day that is so many counting days (at least one) after `dag`.

        None when a suspension without an end comes before it.
        """
        for begin, einde in self.stil:
            if einde <= dag.toordinal():
                continue
            ervoor = self._bruto(dag, date.fromordinal(begin - 1)) if begin > 1 else 0
            if ervoor >= aantal:
                break
            if einde == ZONDER_EINDE:
                return None
            aantal -= ervoor
            dag = date.fromordinal(einde)
        return self._spring(dag, aantal)

    def _bruto(self, na: date, tot: date) -> int:
        if self.kalender is not None:
            return self.kalender.werkdagen_tussen(na, tot)
        return max(0, (tot - na).days)

    def _spring(self, dag: date, aantal: int) -> date:
        if self.kalender is not None:
            return self.kalender.werkdag_na(dag, aantal)
        return date.fromordinal(dag.toordinal() + aantal)
