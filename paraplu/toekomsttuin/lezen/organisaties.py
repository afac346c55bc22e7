"""How many organisations a household has to do with, and how often it was handed over (R249)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..models import Betrokkenheid, Huishouden


@dataclass(frozen=True)
class Drukte:
    """Hand-overs, and the most organisations active on one day: before the garden and in it."""

    overdrachten_voor: int
    overdrachten_in: int
    tegelijk_voor: int
    tegelijk_in: int


def measure_drukte(
    huishouden: Huishouden, betrokkenheden: Iterable[Betrokkenheid], *, op: date
) -> Drukte:
    """Before is until the day it came in; in the garden is from that day until it left, or `op`."""
    alle = [rij for rij in betrokkenheden if rij.vanaf <= op]
    begin = huishouden.instroom_op
    einde = min(huishouden.uitstroom_op or op, op)
    overgenomen = [rij for rij in alle if rij.overgenomen]
    return Drukte(
        overdrachten_voor=sum(rij.vanaf < begin for rij in overgenomen),
        overdrachten_in=sum(begin <= rij.vanaf <= einde for rij in overgenomen),
        tegelijk_voor=_most_at_once(alle, date.min, begin, zonder_einde=True),
        tegelijk_in=_most_at_once(alle, begin, einde, zonder_einde=False),
    )


def _most_at_once(
    rijen: Iterable[Betrokkenheid], begin: date, einde: date, *, zonder_einde: bool
) -> int:
    """The most organisations on one day of a period; the busiest day is one on which one begins."""
    lijst = list(rijen)
    dagen = {max(rij.vanaf, begin) for rij in lijst}
    return max(
        (
            len({r.organisatie for r in lijst if r.vanaf <= dag and (not r.tot or r.tot >= dag)})
            for dag in dagen
            if begin <= dag and (dag < einde if zonder_einde else dag <= einde)
        ),
        default=0,
    )
