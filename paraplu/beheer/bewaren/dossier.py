"""All rows of one family, found by the keys of the database itself, and their destruction.

The tables are not named here: whatever refers to a family, or to a row that belongs to it, is part
of its dossier. A table that is added later is found too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from django.db import connection

WORTEL: Final = "casussen_gezin"
#: A key that only mentions a dossier: the row belongs to another one, and loses the mention.
NOEMT: Final = frozenset({
    ("casussen_dubbelmelding", "bekend_als_id"),
    ("tafel_terugkoppeling", "zitting_id"),
})  # fmt: skip
SLEUTELS: Final = """
    SELECT c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    ORDER BY 1, 2
"""
DAGEN: Final = """
    SELECT column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = %s
      AND data_type IN ('date', 'timestamp with time zone')
    ORDER BY 1
"""
EIGEN_TRIGGERS: Final = """
    SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY(%s)
"""


@dataclass(frozen=True)
class Dossier:
    """The keys of all rows of a family, per table, and the last day that stands in any of them."""

    gezin: int
    rijen: dict[str, list]
    laatste: date

    @property
    def aantallen(self) -> dict[str, int]:
        """How many rows per table."""
        return {tabel: len(sleutels) for tabel, sleutels in sorted(self.rijen.items())}


def find_dossier(gezin: int) -> Dossier:
    """Everything that belongs to this family. Raises LookupError when it is not there."""
    rijen: dict[str, set] = {WORTEL: {gezin}}
    nieuw: dict[str, set] = {WORTEL: {gezin}}
    while nieuw:
        gevonden: dict[str, set] = {}
        for kind, kolom, ouder in _sleutels():
            if ouder in nieuw and (kind, kolom) not in NOEMT:
                erbij = _children(kind, kolom, nieuw[ouder]) - rijen.get(kind, set())
                if erbij:
                    gevonden.setdefault(kind, set()).update(erbij)
        for tabel, sleutels in gevonden.items():
            rijen.setdefault(tabel, set()).update(sleutels)
        nieuw = gevonden
    lijsten = {tabel: sorted(sleutels) for tabel, sleutels in rijen.items()}
    return Dossier(gezin, lijsten, _last_day(lijsten))


def destroy(dossier: Dossier) -> None:
    """Delete all rows of a dossier in the transaction of the caller; only the owner of the tables can.

    The triggers that refuse deletion stand aside for it and are back before the transaction ends.
    """
    with connection.cursor() as cursor, _without_triggers(cursor, list(dossier.rijen)):
        for tabel, kolom in NOEMT:
            ouder = next(o for k, c, o in _sleutels() if (k, c) == (tabel, kolom))
            _forget_mention(cursor, tabel, kolom, dossier.rijen.get(ouder, []))
        for tabel, sleutels in dossier.rijen.items():
            cursor.execute(f"DELETE FROM {tabel} WHERE {_pk(tabel)} = ANY(%s)", [sleutels])  # noqa: S608
            if cursor.rowcount != len(sleutels):
                raise RuntimeError(f"{tabel}: {cursor.rowcount} van {len(sleutels)} rijen gewist")


def _forget_mention(cursor, tabel: str, kolom: str, sleutels: list) -> None:
    cursor.execute(
        "SELECT is_nullable FROM information_schema.columns WHERE table_schema = 'public'"
        " AND table_name = %s AND column_name = %s",
        [tabel, kolom],
    )
    if cursor.fetchone() == ("YES",):
        cursor.execute(f"UPDATE {tabel} SET {kolom} = NULL WHERE {kolom} = ANY(%s)", [sleutels])  # noqa: S608
    else:
        cursor.execute(f"DELETE FROM {tabel} WHERE {kolom} = ANY(%s)", [sleutels])  # noqa: S608


@contextmanager
def _without_triggers(cursor, tabellen: list[str]) -> Iterator[None]:
    """What was deferred is checked before and after: within, the order of deletion is free."""
    cursor.execute(EIGEN_TRIGGERS, [[*tabellen, *(tabel for tabel, _kolom in NOEMT)]])
    met = [tabel for (tabel,) in cursor.fetchall()]
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for tabel in met:
        cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    yield
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for tabel in met:
        cursor.execute(f"ALTER TABLE {tabel} ENABLE TRIGGER USER")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _children(tabel: str, kolom: str, ouders: set) -> set:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_pk(tabel)} FROM {tabel} WHERE {kolom} = ANY(%s)",  # noqa: S608 - names of our own tables
            [list(ouders)],
        )
        return {sleutel for (sleutel,) in cursor.fetchall()}


def _last_day(rijen: dict[str, list]) -> date:
    """The last day that any row names. A planned day counts too: rather too late than too early."""
    dagen = []
    with connection.cursor() as cursor:
        for tabel, sleutels in rijen.items():
            kolommen = _dagen(tabel)
            if not kolommen:
                continue
            grootste = ", ".join(f"max({kolom})::date" for kolom in kolommen)
            cursor.execute(
                f"SELECT greatest({grootste}) FROM {tabel} WHERE {_pk(tabel)} = ANY(%s)",  # noqa: S608
                [sleutels],
            )
            dagen += [dag for (dag,) in cursor.fetchall() if dag]
    if not dagen:
        raise LookupError("dit gezin is er niet")
    return max(dagen)


@cache
def _sleutels() -> tuple[tuple[str, str, str], ...]:
    """Which column of which table refers to which table."""
    with connection.cursor() as cursor:
        cursor.execute(SLEUTELS)
        return tuple(cursor.fetchall())


@cache
def _dagen(tabel: str) -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(DAGEN, [tabel])
        return tuple(kolom for (kolom,) in cursor.fetchall())


@cache
def _pk(tabel: str) -> str:
    with connection.cursor() as cursor:
        gevonden = connection.introspection.get_primary_key_column(cursor, tabel)
    if gevonden is None:
        raise RuntimeError(f"{tabel} heeft geen sleutel van één kolom")
    return gevonden
