"""Resultaatafspraak 6: has a toekomsttuin been started in each region (R52)?

Yes or no per region is for everybody who works on it, so it is read beyond the wall; nothing else is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from paraplu.afspraken import gebieden
from paraplu.web.wand.verzoek import beyond_wall

from ..models import Fase, Tuinfase

#: The day on which a garden would have been started in every region (R52).
AFGESPROKEN: Final = date(2022, 1, 1)


@dataclass(frozen=True)
class Antwoord:
    """Whether a region has a started garden; `sinds` is the first day of the first, None for no."""

    regio: str
    naam: str
    sinds: date | None
    op: date

    @property
    def gestart(self) -> bool:
        """Whether a garden has been started by the day that is asked about."""
        return self.sinds is not None and self.sinds <= self.op

    @property
    def op_tijd(self) -> bool:
        """Whether it was there on 1-1-2022."""
        return self.sinds is not None and self.sinds <= AFGESPROKEN


def read_antwoorden(*, op: date) -> list[Antwoord]:
    """The answer of each of the seven regions on a day, by name.

    A garden that ended before that day, or went back to an earlier phase, is not a started one.
    """
    with beyond_wall():
        rijen = list(
            Tuinfase.objects.filter(vanaf__lte=op)
            .order_by("tuin_id", "vanaf", "id")
            .values_list("tuin_id", "tuin__regio", "tuin__beeindigd_op", "fase", "vanaf")
        )
    sinds: dict[int, tuple[str, date | None]] = {}
    for tuin, regio, einde, fase, vanaf in rijen:
        gestart = fase == Fase.GESTART and not (einde and einde <= op)
        eerder = sinds.get(tuin, (regio, None))[1]
        sinds[tuin] = (regio, (eerder or vanaf) if gestart else None)
    return [
        Antwoord(
            regio.code,
            regio.naam,
            min((dag for code, dag in sinds.values() if code == regio.code and dag), default=None),
            op,
        )
        for regio in gebieden.regios()
    ]
