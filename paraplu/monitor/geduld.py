"""Whether an answer may take long: a page may not hold its reader for minutes, a task may.

Over few lines everything is quick, so those are computed for whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from typing import Final

#: Lines over which even the longest answer takes seconds only.
WEINIG: Final = 20_000
_GEDULD: ContextVar[bool] = ContextVar("geduld", default=True)


@dataclass(frozen=True, kw_only=True)
class Ontbrekend:
    """What has to be computed: the pattern of what a circle does not get, of a reading and a year."""

    code: str
    variant: str
    jaar: int
    kring: str


class NogNietBerekend(Exception):
    """What is asked was not computed before and takes too long for who asks.

    `ontbrekend`: what is not there; None when the tables themselves have to be derived first.
    `bekend_op`: of the data as known on that day, None: as known now.
    """

    def __init__(
        self, ontbrekend: Ontbrekend | None = None, *, bekend_op: date | None = None
    ) -> None:
        super().__init__()
        self.ontbrekend = ontbrekend
        self.bekend_op = bekend_op


@contextmanager
def zonder_geduld() -> Iterator[None]:
    """Within this, what takes long is not computed but raises NogNietBerekend."""
    vorige = _GEDULD.set(False)
    try:
        yield
    finally:
        _GEDULD.reset(vorige)


def mag_duren(regels: int) -> bool:
    """Whether who asks may wait for something that is made of so many lines."""
    return regels <= WEINIG or _GEDULD.get()


@contextmanager
def zeg_dag(bekend_op: date | None) -> Iterator[None]:
    """Within this, what is not there yet was asked as known on this day."""
    try:
        yield
    except NogNietBerekend as fout:
        raise NogNietBerekend(fout.ontbrekend, bekend_op=bekend_op) from None
