"""The fourteen-day clock of a problem with the woonplaats (RA11).

The agreement says that problems are picked up directly and points at the convenant of the VNG (R189).
That convenant ended on 31 December 2023 and its text is in none of our sources, so the clock is that
of the law: within two weeks a college says which college pays, and meanwhile it pays itself
(Jeugdwet art. 8.2.1, Regeling Jeugdwet art. 1a.1). It is not extended to a working day, as no source
of ours says that the Algemene termijnenwet covers it; so our last day is never too late.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from paraplu.termijnen import Duur, Termijn, Termijngrond, bereken, kalender

Stand = Literal["op tijd", "te laat", "loopt", "verlopen"]
DUUR: Final = Duur(14, "dagen")
GROND: Final = Termijngrond(
    sleutel="WOONPLAATS",
    tekst="De gemeente zegt binnen twee weken welke gemeente betaalt. Tot dan betaalt zij zelf.",
    bron="Jeugdwet artikel 8.2.1 en Regeling Jeugdwet artikel 1a.1; buiten de stukken van de agenda",
    duur=DUUR,
    kalender=kalender(),
    na="de dag waarop het probleem bij de gemeente is gemeld",
    vereisten=("R189",),
)


def list_gronden() -> Mapping[str, Termijngrond]:
    """What this room offers to whoever asks for a term by its name."""
    return {GROND.sleutel: GROND}


def clock(gemeld_op: date) -> Termijn:
    """The term that begins when the problem was reported to the gemeente.

    >>> clock(date(2023, 3, 1)).uiterste_datum
    datetime.date(2023, 3, 15)
    """
    return bereken(DUUR, gemeld_op)


def stand_on(gemeld_op: date, opgelost_op: date | None, *, op: date) -> Stand:
    """How the clock of an incident stands on a day.

    >>> stand_on(date(2023, 3, 1), date(2023, 3, 16), op=date(2023, 4, 1))
    'te laat'
    """
    uiterlijk = clock(gemeld_op).uiterste_datum
    if opgelost_op is not None and opgelost_op <= op:
        return "op tijd" if opgelost_op <= uiterlijk else "te laat"
    return "loopt" if op <= uiterlijk else "verlopen"
