"""What is left of a term on a day: a number, a sentence, and a dot per day that counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from paraplu.termijnen.duur import ENKELVOUD, Eenheid

Telbaar = Literal["werkdagen", "dagen"]
#: A day that counts: over, still to use, or used after the last day.
StandVanDag = Literal["voorbij", "open", "te laat"]
MAANDEN: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True)
class Stip:
    """One day that counts, as a page draws it."""

    datum: date
    stand: StandVanDag


@dataclass(frozen=True, kw_only=True)
class Resterend:
    """How much time is left on the day `op`.

    `aantal` is the number of days that still count after `op`, in working days for a term of working
    days and in calendar days for any other; below zero it is the days that counted since the last one.
    `stil_vanaf` is the first suspended day that is not over, `stil_tot` its last one when it is known.
    """

    op: date
    aantal: int
    eenheid: Telbaar
    loopt_af_op: date | None
    stil_vanaf: date | None = None
    stil_tot: date | None = None

    @property
    def is_te_laat(self) -> bool:
        """Whether the last day is over, also when no day has counted since."""
        return self.loopt_af_op is not None and self.op > self.loopt_af_op

    @property
    def is_laatste_dag(self) -> bool:
        """Whether `op` is the last day."""
        return self.op == self.loopt_af_op

    @property
    def staat_stil(self) -> bool:
        """Whether the term is suspended on `op`."""
        return self.stil_vanaf is not None and self.stil_vanaf <= self.op

    @property
    def zin(self) -> str:
        """The time left in words, such as "nog 4 werkdagen"."""
        if self.is_te_laat:
            return f"{name_aantal(-self.aantal, self.eenheid)} te laat"
        if self.is_laatste_dag:
            return "vandaag de laatste dag"
        nog = f"nog {name_aantal(self.aantal, self.eenheid)}"
        return f"{nog}; {self._stilstand()}" if self.stil_vanaf else nog

    def _stilstand(self) -> str:
        assert self.stil_vanaf is not None
        begin = "nu" if self.staat_stil else f"vanaf {show_datum(self.stil_vanaf)}"
        if self.stil_tot is None:
            return f"de termijn staat {begin} stil, het einde is nog niet bekend"
        return f"de termijn staat {begin} stil tot en met {show_datum(self.stil_tot)}"


def name_aantal(aantal: int, eenheid: Eenheid) -> str:
    """A number of days in words; when none counted yet, that.

    >>> name_aantal(1, "werkdagen"), name_aantal(0, "werkdagen")
    ('1 werkdag', 'minder dan 1 werkdag')
    """
    if aantal == 0:
        return f"minder dan 1 {ENKELVOUD[eenheid]}"
    return f"{aantal} {ENKELVOUD[eenheid] if aantal == 1 else eenheid}"


def show_datum(dag: date) -> str:
    """A date as one writes it in a letter.

    >>> show_datum(date(2026, 4, 3))
    '3 april 2026'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
