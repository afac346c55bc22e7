"""Dates and numbers of days as one writes them in a Dutch letter."""

from __future__ import annotations

from datetime import date
from typing import Final

from paraplu.termijnen.duur import ENKELVOUD, Eenheid

WEEKDAGEN: Final = (
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
    *("zaterdag", "zondag"),
)
MAANDEN: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def show_datum(dag: date) -> str:
    """A date in words.

    >>> show_datum(date(2026, 4, 3))
    '3 april 2026'
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def show_weekdag(dag: date) -> str:
    """A date in words with its weekday.

    >>> show_weekdag(date(2026, 4, 3))
    'vrijdag 3 april 2026'
    """
    return f"{WEEKDAGEN[dag.weekday()]} {show_datum(dag)}"


def show_aantal(aantal: int, eenheid: Eenheid) -> str:
    """A number of days in words; when none counted yet, that.

    >>> show_aantal(1, "werkdagen"), show_aantal(0, "werkdagen")
    ('1 werkdag', 'minder dan 1 werkdag')
    """
    if aantal == 0:
        return f"minder dan 1 {ENKELVOUD[eenheid]}"
    return f"{aantal} {ENKELVOUD[eenheid] if aantal == 1 else eenheid}"
