"""Months as whole numbers, and working days as the demo counts them (Monday to Friday)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def maand_van(dag: date) -> int:
    """The month of a day as a number that counts on through the years.

    >>> maand_van(date(2021, 1, 31)) - maand_van(date(2020, 12, 1))
    1
    """
    return dag.year * 12 + dag.month - 1


def eerste_dag(maand: int) -> date:
    """The first day of a numbered month."""
    return date(maand // 12, maand % 12 + 1, 1)


def laatste_dag(maand: int) -> date:
    """The last day of a numbered month."""
    jaar, index = divmod(maand, 12)
    return date(jaar, index + 1, calendar.monthrange(jaar, index + 1)[1])


def naam(maand: int) -> str:
    """A month as it stands in file names: 2021-03."""
    return f"{maand // 12}-{maand % 12 + 1:02d}"


def na(dag: date, dagen: int) -> date:
    """`dagen` later."""
    return dag + timedelta(days=dagen)


def werkdag(dag: date) -> date:
    """`dag`, or the Monday after it."""
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() > 4 else 0)


def plus_maanden(dag: date, maanden: int) -> date:
    """The same day a number of months later, or the last one of that month."""
    doel = maand_van(dag) + maanden
    return min(laatste_dag(doel), eerste_dag(doel) + timedelta(days=dag.day - 1))


def verjaardag(geboren: date, leeftijd: int) -> date:
    """The day on which this age is reached."""
    return plus_maanden(geboren, leeftijd * 12)
