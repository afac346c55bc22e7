"""Days of an agreement: when it ends, when a GI may join, what holds on a day (R154, R156, R157)."""

from __future__ import annotations

from datetime import date
from typing import Final

#: Month and day on which a GI may join (R156).
TOETREEDDAGEN: Final = ((1, 1), (4, 1), (7, 1), (10, 1))


def is_toetreeddag(dag: date) -> bool:
    """
    >>> is_toetreeddag(date(2023, 4, 1)), is_toetreeddag(date(2023, 4, 2))
    (True, False)
    """
    return (dag.month, dag.day) in TOETREEDDAGEN


def next_toetreeddagen(op: date, *, aantal: int = 4) -> list[date]:
    """The next days on which a GI may join, after `op`.

    >>> next_toetreeddagen(date(2023, 10, 1), aantal=2)
    [datetime.date(2024, 1, 1), datetime.date(2024, 4, 1)]
    """
    jaren = range(op.year, op.year + aantal // 4 + 2)
    dagen = (date(jaar, maand, dag) for jaar in jaren for maand, dag in TOETREEDDAGEN)
    return [dag for dag in dagen if dag > op][:aantal]
