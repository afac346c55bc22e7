"""What is left of a term on a day: a number, a sentence, and a dot per day that counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from paraplu.termijnen.datums import show_aantal, show_datum

Telbaar = Literal["werkdagen", "dagen"]
#: A day that counts: over, still to use, or used after the last day.
StandVanDag = Literal["voorbij", "open", "te laat"]


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
            return f"{show_aantal(-self.aantal, self.eenheid)} te laat"
        if self.is_laatste_dag:
            return "vandaag de laatste dag"
        nog = f"nog {show_aantal(self.aantal, self.eenheid)}"
        return f"{nog}; {self._stilstand()}" if self.stil_vanaf else nog

    def _stilstand(self) -> str:
        assert self.stil_vanaf is not None
        begin = "nu" if self.staat_stil else f"vanaf {show_datum(self.stil_vanaf)}"
        if self.stil_tot is None:
            return f"de termijn staat {begin} stil, het einde is nog niet bekend"
        return f"de termijn staat {begin} stil tot en met {show_datum(self.stil_tot)}"
