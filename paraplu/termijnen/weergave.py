"""A term as text: the last day, and the receipt day by day, to read or as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from paraplu.termijnen.bon import list_zinnen
from paraplu.termijnen.grond import Termijngrond
from paraplu.termijnen.opschorting import Opschorting
from paraplu.termijnen.termijn import Dag, Termijn

DAGEN: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")


def show_dag(dag: date) -> str:
    """A day with its weekday.

    >>> show_dag(date(2026, 4, 3))
    'vr 2026-04-03'
    """
    return f"{DAGEN[dag.weekday()]} {dag.isoformat()}"


def show_termijn(termijn: Termijn, grond: Termijngrond | None = None) -> str:
    """The last day, what was counted and by which rule, and every day of it."""
    if termijn.loopt_af_op is None:
        kop = f"Nog geen uiterste datum, de termijn staat stil: {termijn.duur}"
    else:
        kop = f"Uiterlijk {show_dag(termijn.loopt_af_op)}: {termijn.duur}"
    zinnen = [grond.zin] if grond else []
    regels = [f"{kop} na {show_dag(termijn.vanaf)}.", *zinnen, *list_zinnen(termijn)]
    return "\n".join([*regels, "", *show_bon(termijn)])


def show_bon(termijn: Termijn) -> list[str]:
    """One line per day of the receipt."""
    return [_regel(dag) for dag in termijn.dagen]


def _regel(dag: Dag) -> str:
    nummer = "" if dag.nummer is None else str(dag.nummer)
    return f"  {show_dag(dag.datum)}  {nummer:>4}  {dag.reden}"


def als_waarden(termijn: Termijn) -> dict[str, Any]:
    """The term as values that JSON knows."""
    return {
        "termijn": str(termijn.duur),
        "vanaf": termijn.vanaf.isoformat(),
        "kalender": termijn.kalender.naam,
        "kalenderversie": termijn.kalender.versie,
        "verlengt": termijn.verlengt,
        "opschortingen": [_opschorting(een) for een in termijn.opschortingen],
        "uiterste_datum": _iso(termijn.loopt_af_op),
        "dagen": [
            {
                "datum": dag.datum.isoformat(),
                "telt": dag.telt,
                "nummer": dag.nummer,
                "reden": dag.reden,
            }
            for dag in termijn.dagen
        ],
    }


def _opschorting(een: Opschorting) -> dict[str, str | None]:
    return {"vanaf": een.vanaf.isoformat(), "tot": _iso(een.tot), "reden": een.reden}


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None
