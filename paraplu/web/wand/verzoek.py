"""Say to the database for whom a connection asks, and take that back again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponseBase

from . import GEBRUIKER, ROL_SYSTEEM


class Wand:
    """Every request asks in the name of its own user, and leaves nothing behind on the connection."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with in_name_of(request.user.pk if request.user.is_authenticated else None):
            antwoord = self.get_response(request)
        if getattr(antwoord, "streaming", False):
            _keep_name(antwoord, request.user.pk)
        return antwoord


@contextmanager
def in_name_of(gebruiker: int | None) -> Iterator[None]:
    """Within this block the connection asks for this account; afterwards for nobody.

    It is said anew at each begin, so whatever a dead request left behind is gone first.
    """
    _say(GEBRUIKER, gebruiker)
    try:
        yield
    finally:
        _forget(GEBRUIKER)


@contextmanager
def beyond_wall() -> Iterator[None]:
    """For the few acts that need more than their user may see, such as finding a duplicate.

    One transaction: when it fails, the database itself takes the permission back.
    """
    with transaction.atomic():
        vorige = _become(ROL_SYSTEEM)
        yield
        _become(vorige)


def _keep_name(antwoord: HttpResponseBase, gebruiker: int | None) -> None:
    """What is streamed is made after the request has gone by the middleware."""
    stroom = antwoord.streaming_content

    def named() -> Iterator[bytes]:
        with in_name_of(gebruiker):
            yield from stroom

    antwoord.streaming_content = named()


def _say(naam: str, waarde: object) -> None:
    with connection.cursor() as cursor:
        tekst = "" if waarde is None else str(waarde)
        cursor.execute("SELECT set_config(%s, %s, false)", [naam, tekst])


def _become(rol: str) -> str:
    """Take another role until the transaction ends; gives the one before it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role'), set_config('role', %s, true)", [rol])
        return str(cursor.fetchone()[0])


def _forget(naam: str) -> None:
    """A connection on which this cannot be said is not used again."""
    if connection.connection is None or connection.needs_rollback:
        return
    try:
        _say(naam, None)
    except DatabaseError:
        if not connection.in_atomic_block:
            connection.close()
