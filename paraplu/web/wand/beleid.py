"""What a room says of its tables: which row may be seen, by which function of the database.

A room registers its rows when Django starts; `inrichten.set_up` puts them in the database. A table
of a registered room without a row is closed: the database shows nothing of it, and a test fails.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Functie:
    """A question to the database, answered with the rights of the owner; `vraag` is one SELECT."""

    naam: str
    #: Names and types, as between the brackets of CREATE FUNCTION.
    vragen: str
    antwoord: str
    vraag: str


@dataclass(frozen=True)
class Beleid:
    """Which rows of a table a user sees, changes and adds: those for which `mag` is true.

    `mag` is SQL over the columns of the table; made of `among`, the database can search with it.
    """

    tabel: str
    mag: str


#: What needs no room: for whom does this connection ask?
GRONDSLAG: Final = (
    Functie(
        "wand_gebruiker",
        "",
        "bigint",
        "SELECT nullif(current_setting('paraplu.gebruiker', true), '')::bigint",
    ),
)

FUNCTIES: list[Functie] = list(GRONDSLAG)
BELEID: dict[str, Beleid] = {}
#: Tables of a registered room that hold nothing of a family, with why; and the rooms.
VRIJ: dict[str, str] = {}
KAMERS: set[str] = set()


def register(
    kamer: str,
    *,
    beleid: Iterable[Beleid],
    functies: Iterable[Functie] = (),
    vrij: dict[str, str] | None = None,
) -> None:
    """Put the tables of `kamer` (its label in Django) behind the wall."""
    KAMERS.add(kamer)
    BELEID.update({rij.tabel: rij for rij in beleid})
    FUNCTIES.extend(functie for functie in functies if functie not in FUNCTIES)
    VRIJ.update(vrij or {})


def among(kolom: str, vraag: str) -> str:
    """That `kolom` is among the keys that a function gives; it is asked once per statement."""
    return f"{kolom} = ANY ((SELECT {vraag})::bigint[])"


def through(tabel: str, kolom: str, ouder: str, *, sleutel: str = "id") -> str:
    """That the row in `ouder` that `kolom` points to may be seen; its own policy decides."""
    return f"EXISTS (SELECT 1 FROM {ouder} ouder WHERE ouder.{sleutel} = {tabel}.{kolom})"  # noqa: S608
