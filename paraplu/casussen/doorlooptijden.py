"""Terms over several steps of a case: when they began, when they end, how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from paraplu.afspraken.routes import Doorlooptijd
from paraplu.termijnen import Stand, Termijn, bereken, kalender

from .models import Casus, CasusStap


@dataclass(frozen=True, kw_only=True)
class Loop:
    """One such term in one case: `gehaald_op` is the day on which it was met, if it was."""

    afspraak: Doorlooptijd
    termijn: Termijn
    gehaald_op: date | None

    def stand(self, op: date) -> Stand:
        """How it stands on a day."""
        return self.termijn.stand(op=op, gedaan_op=self.gehaald_op)

    def waarschuwt(self, op: date) -> bool:
        """Whether the shorter term that warns has passed while the term itself still runs."""
        if self.gehaald_op or not self.afspraak.waarschuwing:
            return False
        kort = bereken(self.afspraak.waarschuwing, self.termijn.vanaf, self.termijn.kalender)
        return kort.uiterste_datum < op <= self.termijn.uiterste_datum


def list_doorlooptijden(casus: Casus, stappen: Iterable[CasusStap]) -> Iterator[Loop]:
    """Every term over several steps that has begun; of a second round the latest."""
    rijen = list(stappen)
    for afspraak in casus.route.doorlooptijden:
        begin = _begin(afspraak, rijen)
        if begin is not None:
            yield Loop(
                afspraak=afspraak,
                termijn=bereken(afspraak.termijn, begin, kalender(afspraak.kalender)),
                gehaald_op=_met_on(afspraak, rijen, begin),
            )


def _begin(afspraak: Doorlooptijd, stappen: list[CasusStap]) -> date | None:
    """The day on which the last of the steps `na` closed; None while one of them is open."""
    voor = [stap for stap in stappen if stap.sleutel in afspraak.na]
    dagen = [stap.afgerond_op for stap in voor if stap.uitkomst != "vervallen"]
    if not dagen or None in dagen:
        return None
    return max(dag for dag in dagen if dag)


def _met_on(afspraak: Doorlooptijd, stappen: list[CasusStap], begin: date) -> date | None:
    dagen = [
        stap.afgerond_op
        for stap in stappen
        if stap.sleutel in afspraak.tot
        and stap.afgerond_op
        and stap.afgerond_op >= begin
        and stap.uitkomst != "vervallen"
    ]
    return min(dagen, default=None)
