"""The last day of every term for every day on which it may begin, as tables to join with.

A term of working days ends on the working day that has its number so many places further; that is
`paraplu.termijnen.bereken` for all days at once, and a test holds the two against each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import pyarrow as pa

from paraplu.afspraken.termijnen import Termijnregel, ijw_termijnen
from paraplu.termijnen import Kalender

#: Before this day no youth care message was sent (the Jeugdwet began); an older anchor is a mistake.
EERSTE_DAG: Final = date(2015, 1, 1)
#: Every agreed term ends within so many days of its begin.
UITLOOP: Final = timedelta(days=120)
EEN_DAG: Final = timedelta(days=1)

#: `soort`: key of the term; `dag`: on which it begins.
TERMIJNEN: Final = pa.schema(
    [
        ("soort", pa.string()),
        ("dag", pa.date32()),
        ("uiterste_datum", pa.date32()),
        ("kalender", pa.string()),
    ]
)
#: `telling`: how many working days there were up to and including `dag`.
WERKDAGEN: Final = pa.schema(
    [("kalender", pa.string()), ("dag", pa.date32()), ("telling", pa.int64())]
)


def termijntabel(op: date) -> pa.Table:
    """The last day of each term, for every day on which it may have begun on `op`."""
    return _termijntabel(date(op.year, 12, 31))


def werkdagtabel(op: date) -> pa.Table:
    """The count of working days, of each calendar in use, on every day that matters on `op`."""
    return _werkdagtabel(date(op.year, 12, 31))


@lru_cache(maxsize=4)
def _termijntabel(op: date) -> pa.Table:
    delen = []
    for sleutel, regel in ijw_termijnen().items():
        dagen = list(_dagen(EERSTE_DAG, op))
        werkdagen = _werkdagen(regel.kalender, op + UITLOOP)
        delen.append(
            pa.table(
                {
                    "soort": [sleutel] * len(dagen),
                    "dag": dagen,
                    "uiterste_datum": [_uiterste_datum(regel, dag, werkdagen) for dag in dagen],
                    "kalender": [regel.kalender.naam] * len(dagen),
                },
                schema=TERMIJNEN,
            )
        )
    return pa.concat_tables(delen)


@lru_cache(maxsize=4)
def _werkdagtabel(op: date) -> pa.Table:
    delen = []
    for kalender in {
        regel.kalender.naam: regel.kalender for regel in ijw_termijnen().values()
    }.values():
        dagen = list(_dagen(EERSTE_DAG, op + UITLOOP))
        werkdagen = _werkdagen(kalender, op + UITLOOP)
        delen.append(
            pa.table(
                {
                    "kalender": [kalender.naam] * len(dagen),
                    "dag": dagen,
                    "telling": [bisect_right(werkdagen, dag) for dag in dagen],
                },
                schema=WERKDAGEN,
            )
        )
    return pa.concat_tables(delen)


def _dagen(van: date, tot: date) -> Iterator[date]:
    while van <= tot:
        yield van
        van += EEN_DAG


@lru_cache(maxsize=8)
def _werkdagen(kalender: Kalender, tot: date) -> Sequence[date]:
    return tuple(dag for dag in _dagen(EERSTE_DAG, tot) if kalender.is_werkdag(dag))


def _uiterste_datum(regel: Termijnregel, dag: date, werkdagen: Sequence[date]) -> date:
    """The term that begins on `dag`; a statutory one has two working days and ends on one."""
    eerste = bisect_right(werkdagen, dag)
    if regel.duur.eenheid == "werkdagen":
        return werkdagen[eerste + regel.duur.aantal - 1]
    einde = regel.duur.laatste_dag(dag)
    if not (regel.wettelijk and regel.duur.valt_onder_termijnenwet):
        return einde
    te_kort = regel.duur.eenheid == "dagen" and regel.duur.aantal < 3
    tweede = werkdagen[eerste] if te_kort else werkdagen[eerste + 1]
    return max(werkdagen[bisect_left(werkdagen, einde)], tweede)
