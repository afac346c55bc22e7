"""Which moments of a table are still free: from weekly slots, minus what is taken. No clock, no database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from paraplu.termijnen import kalender
from paraplu.termijnen.moment import TIJDZONE

from .models import Slot

#: A slot on a day; two sessions never have the same one.
Plek = tuple[int, date]


@dataclass(frozen=True, kw_only=True, order=True)
class Moment:
    """One occurrence of a slot."""

    begin: datetime
    einde: datetime
    slot: Slot = field(compare=False)

    @property
    def dag(self) -> date:
        """The day in Europe/Amsterdam."""
        return self.begin.astimezone(TIJDZONE).date()

    @property
    def plek(self) -> Plek:
        """What it is taken by."""
        return (self.slot.pk, self.dag)


def list_momenten(
    slots: Iterable[Slot], *, vanaf: date, tot: date, bezet: Collection[Plek] = ()
) -> list[Moment]:
    """The free moments from `vanaf` up to and including `tot`, the earliest first (R77)."""
    vrij = (m for slot in slots for m in _of_slot(slot, vanaf, tot) if m.plek not in bezet)
    return sorted(vrij)


def moment_on(slot: Slot, dag: date) -> Moment | None:
    """The occurrence of a slot on a day; None when it is not held then."""
    return next(_of_slot(slot, dag, dag), None)


def _of_slot(slot: Slot, vanaf: date, tot: date) -> Iterator[Moment]:
    """Once a week, on working days, as long as the slot holds."""
    begin = max(vanaf, slot.vanaf)
    einde = min(tot, slot.tot) if slot.tot else tot
    dag = begin + timedelta(days=(slot.weekdag - begin.isoweekday()) % 7)
    werkdagen = kalender()
    while dag <= einde:
        if dag not in slot.vervalt_op and werkdagen.is_werkdag(dag):
            yield Moment(
                begin=datetime.combine(dag, slot.begin, TIJDZONE),
                einde=datetime.combine(dag, slot.einde, TIJDZONE),
                slot=slot,
            )
        dag += timedelta(days=7)


def weeks_without(slots: Iterable[Slot], *, vanaf: date, weken: int = 8) -> list[date]:
    """The Mondays of coming weeks in which the table has no moment at all (R77)."""
    rijen = list(slots)
    maandag = vanaf - timedelta(days=vanaf.weekday()) + timedelta(days=7)
    maandagen = [maandag + timedelta(days=7 * nummer) for nummer in range(weken)]
    return [
        dag for dag in maandagen if not list_momenten(rijen, vanaf=dag, tot=dag + timedelta(days=6))
    ]
