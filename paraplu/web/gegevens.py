"""The monitor as the pages use it: one per process and per day it should know of."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from paraplu.afspraken.plaats import tabellen_map

if TYPE_CHECKING:
    from paraplu.monitor import Monitor


def open_monitor(bekend_op: date | None = None) -> Monitor:
    """The monitor over the tables in `var`, as known on `bekend_op` (today when None)."""
    return _open(tabellen_map(), bekend_op)


@lru_cache(maxsize=4)
def _open(plaats: Path, bekend_op: date | None) -> Monitor:
    from paraplu.monitor import Monitor  # noqa: PLC0415 - Ibis takes two seconds to import

    return Monitor(plaats, bekend_op=bekend_op)


def laatst_bijgewerkt() -> date | None:
    """The day of the last delivery, for the foot of every page."""
    return open_monitor().laatst_bijgewerkt()
