"""A term as text: the last day, and the receipt day by day, to read or as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from paraplu.termijnen.termijn import Dag, Termijn

DAGEN: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")


def show_dag(dag: date) -> str:
    """A day with its weekday.

    >>> show_dag(date(2026, 4, 3))
    'vr 2026-04-03'
    """
    return f"{DAGEN[dag.weekday()]} {dag.isoformat()}"


def show_termijn(termijn: Termijn) -> str:
    """The last day, what was counted, and every day of it."""
    regels = [
        f"Uiterlijk {show_dag(termijn.uiterste_datum)}: {termijn.duur} na {show_dag(termijn.vanaf)}.",
        f"Geen werkdag: {termijn.kalender.titel} ({termijn.kalender.bron}).",
    ]
    if termijn.verlengt:
        regels.append(
            "Wettelijke termijn: die eindigt op een werkdag (Algemene termijnenwet, artikel 1 en 2)."
        )
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
        "verlengt": termijn.verlengt,
        "uiterste_datum": termijn.uiterste_datum.isoformat(),
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
