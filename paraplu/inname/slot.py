"""One writer at a time. The lock is the kernel's: it goes with the process that held it."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from paraplu.afspraken.plaats import var_map

WACHT = "Paraplu neemt net iets anders in. Deze levering wacht even en gaat daarna vanzelf verder."


@contextmanager
def only_writer(say: Callable[[str], None] = lambda zin: None) -> Iterator[None]:
    """Wait until nobody else writes, saying so once through `say`, and keep others out."""
    plaats = var_map() / "run"
    plaats.mkdir(parents=True, exist_ok=True)
    with (plaats / "inname.slot").open("a") as bestand:
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(WACHT)
            fcntl.flock(bestand, fcntl.LOCK_EX)
        yield
