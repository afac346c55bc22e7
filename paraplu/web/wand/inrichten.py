"""Put the wall in the database: the role, its rights, the functions and the policies.

Runs after every migration, by the owner of the tables, and twice gives the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, transaction

from . import ROL
from .beleid import BELEID, FUNCTIES, KAMERS, VRIJ, Functie

#: Tables to which lines are added only, and the heads of the trace, that move on.
ALLEEN_ERBIJ = ("web_spoor",)
ZONDER_WISSEN = ("web_spoorkop",)
#: What a per-row question costs beside an ordinary comparison; the planner looks for another way in.
PRIJS = 500


class RolOntbreekt(Exception):
    """The role of the application is not there and we may not make it; `str()` says what to do."""


@transaction.atomic
def set_up() -> None:
    """Make or renew everything. Raises RolOntbreekt."""
    with connection.cursor() as cursor:
        # Two that migrate at the same time do this one after the other.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('paraplu.wand'))")
        _make_rol(cursor)
        bestaand = set(connection.introspection.table_names(cursor))
        if not set(BELEID) <= bestaand:
            return  # a migration to a point at which these tables are not there yet
        for opdracht in statements(bestaand):
            cursor.execute(opdracht)


def statements(tabellen: set[str]) -> Iterator[str]:
    """What is said to the database, in order."""
    yield from _grants(tabellen)
    for functie in FUNCTIES:
        yield _make_functie(functie)
    for tabel in sorted(_closed_tables(tabellen)):
        yield f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY"
        yield f"DROP POLICY IF EXISTS wand ON {tabel}"
        if tabel in BELEID:
            mag = f"(SELECT wand_open()) OR {BELEID[tabel].mag}"
            yield f"CREATE POLICY wand ON {tabel} TO {ROL} USING ({mag}) WITH CHECK ({mag})"


def _closed_tables(tabellen: set[str]) -> set[str]:
    """All tables of the rooms behind the wall, also those nobody wrote a line for."""
    eigen = {t for t in tabellen if any(t.startswith(f"{kamer}_") for kamer in KAMERS)}
    return (eigen | set(BELEID)) - set(VRIJ)


def _grants(tabellen: set[str]) -> Iterator[str]:
    yield f"GRANT USAGE ON SCHEMA public TO {ROL}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ROL}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {ROL}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {ROL}"
    for tabel in tabellen.intersection(ALLEEN_ERBIJ):
        yield f"REVOKE UPDATE, DELETE ON {tabel} FROM {ROL}"
    for tabel in tabellen.intersection(ZONDER_WISSEN):
        yield f"REVOKE DELETE ON {tabel} FROM {ROL}"


def _make_functie(functie: Functie) -> str:
    """A fixed search path: nobody can put another table or function in its way."""
    return (
        f"CREATE OR REPLACE FUNCTION {functie.naam}({functie.vragen}) RETURNS {functie.antwoord}"
        f" LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER COST {PRIJS}"
        f" SET search_path = pg_catalog, pg_temp"
        f" AS $$ BEGIN RETURN ({functie.vraag}); END $$"
    )


def _make_rol(cursor) -> None:
    cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROL])
    if cursor.fetchone():
        return
    cursor.execute("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user")
    if not cursor.fetchone()[0]:
        raise RolOntbreekt(
            f"In deze database ontbreekt de rol {ROL}. Laat uw databasebeheerder die maken: "
            f"CREATE ROLE {ROL} LOGIN PASSWORD '…' NOSUPERUSER NOBYPASSRLS; "
            "Zet het adres met die rol in PARAPLU_DATABASE_URL_APP. Uitleg: docs/database.md."
        )
    cursor.execute(f"CREATE ROLE {ROL} NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT")
    cursor.execute(f"GRANT {ROL} TO CURRENT_USER")
