"""The term of a step as the room `termijnen` counts it: anchor, length, calendar, suspensions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from paraplu.termijnen import Projectie, Termijn, bereken, kalender, lees_termijn
from paraplu.termijnen.opschorting import Opschorting as Stilstand

from .models import CasusStap, Opschorting


def termijn_of(stap: CasusStap, opschortingen: Iterable[Opschorting]) -> Termijn | None:
    """The term, with its receipt day by day; None without one or before its event."""
    if not stap.termijn or stap.anker is None:
        return None
    return bereken(
        lees_termijn(stap.termijn),
        stap.anker,
        kalender(stap.kalender),
        opschortingen=stilstand(opschortingen),
    )


def projectie_of(stap: CasusStap, opschortingen: Iterable[Opschorting]) -> Projectie | None:
    """The term as it was kept with the step: its parts and the last day they gave then."""
    if not stap.termijn or stap.anker is None:
        return None
    return Projectie(
        duur=lees_termijn(stap.termijn),
        vanaf=stap.anker,
        kalender=stap.kalender,
        versie=stap.kalender_versie,
        verlengt=False,
        opschortingen=stilstand(opschortingen),
        loopt_af_op=stap.uiterste_datum,
    )


def compute_uiterste_datum(stap: CasusStap, opschortingen: Iterable[Opschorting]) -> date | None:
    """The last day, None while the term does not run or stands still."""
    termijn = termijn_of(stap, opschortingen)
    return termijn.loopt_af_op if termijn else None


def stilstand(opschortingen: Iterable[Opschorting]) -> tuple[Stilstand, ...]:
    """Suspensions as the room `termijnen` counts with them."""
    return tuple(Stilstand(vanaf=rij.vanaf, tot=rij.tot, reden=rij.reden) for rij in opschortingen)
