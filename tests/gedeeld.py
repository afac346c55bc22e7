"""A world that is made once for many tests, each of which leaves it as it found it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

Wereld = TypeVar("Wereld")


def houd_vast(blocker: DjangoDbBlocker, maak: Callable[[], Wereld]) -> Iterator[Wereld]:
    """Make a world in a transaction that stays open while it is shared, and take it back then.

    Every test that asks for `db` works in a savepoint inside it. Not for tests that commit.
    """
    geheel = transaction.atomic()
    with blocker.unblock():
        assert not connection.in_atomic_block, "een test is al begonnen: vraag de wereld vóór `db`"
        geheel.__enter__()
        gemaakt = maak()
    yield gemaakt
    with blocker.unblock():
        transaction.set_rollback(True)
        geheel.__exit__(None, None, None)
