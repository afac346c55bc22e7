"""Stand behind the wall in a test: the role of the application, asking for one account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

from paraplu.web.models import Gebruiker
from paraplu.web.wand import ROL
from paraplu.web.wand.verzoek import in_name_of


@contextmanager
def achter_de_wand(gebruiker: Gebruiker | None = None) -> Iterator[None]:
    """Everything in this block is asked by the application, for this account or for nobody."""
    with transaction.atomic():
        vraag(f"SET LOCAL ROLE {ROL}")
        try:
            with in_name_of(gebruiker.pk if gebruiker else None):
                yield
        finally:
            if not connection.needs_rollback:
                vraag("RESET ROLE")


def vraag(opdracht: str, *velden: Any) -> list[tuple]:
    """Raw SQL, past every query of ours."""
    with connection.cursor() as cursor:
        cursor.execute(opdracht, velden or None)
        return cursor.fetchall() if cursor.description else []


def nummers(tabel: str) -> set[int]:
    """The keys of all rows of a table that can be seen here."""
    return {rij[0] for rij in vraag(f"SELECT id FROM {tabel}")}


@contextmanager
def _in_naam_en_rol(gebruiker: int | None) -> Iterator[None]:
    """As `in_name_of`, and in the role of the application as in `bin/start`."""
    vraag(f"SET ROLE {ROL}")
    try:
        with in_name_of(gebruiker):
            yield
    finally:
        if not connection.needs_rollback:
            vraag("RESET ROLE")


def verzoeken_achter_de_wand(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on every request of a test client stands behind the wall; fixtures do not."""
    monkeypatch.setattr("paraplu.web.wand.verzoek.in_name_of", _in_naam_en_rol)
