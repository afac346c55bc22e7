"""Put the wall in the database: the roles, their rights, the functions and the policies.

Runs after every migration, by the owner of the tables, and twice gives the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, transaction

from . import ROL, ROL_SYSTEEM
from .beleid import BELEID, FUNCTIES, KAMERS, VRIJ, Functie

#: Tables to which lines are added only, and the heads of the trace, that move on.
ALLEEN_ERBIJ = ("web_spoor",)
ZONDER_WISSEN = ("web_spoorkop",)
#: What a question costs beside an ordinary comparison, for the planner.
PRIJS = 500
#: Table after table: what a user may see, and that the work of the system sees all.
POLICY = "CREATE POLICY {naam} ON {tabel} TO {rol} USING ({mag}) WITH CHECK ({mag})"


class RolOntbreekt(Exception):
    """The role of the application is not there and we may not make it; `str()` says what to do."""


@transaction.atomic
def set_up() -> None:
    """Make or renew everything. Raises RolOntbreekt."""
    with connection.cursor() as cursor:
        # Two that migrate at the same time do this one after the other.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('paraplu.wand'))")
        _make_rollen(cursor)
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
        yield f"DROP POLICY IF EXISTS wand_systeem ON {tabel}"
        yield POLICY.format(naam="wand_systeem", tabel=tabel, rol=ROL_SYSTEEM, mag="true")
        if tabel in BELEID:
            yield POLICY.format(naam="wand", tabel=tabel, rol=ROL, mag=BELEID[tabel].mag)


def _closed_tables(tabellen: set[str]) -> set[str]:
    """All tables of the rooms behind the wall, also those nobody wrote a line for."""
    eigen = {t for t in tabellen if any(t.startswith(f"{kamer}_") for kamer in KAMERS)}
    return (eigen | set(BELEID)) - set(VRIJ)


def _grants(tabellen: set[str]) -> Iterator[str]:
    rollen = f"{ROL}, {ROL_SYSTEEM}"
    yield f"GRANT USAGE ON SCHEMA public TO {rollen}"
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {rollen}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {rollen}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {rollen}"
    for tabel in tabellen.intersection(ALLEEN_ERBIJ):
        yield f"REVOKE UPDATE, DELETE ON {tabel} FROM {rollen}"
    for tabel in tabellen.intersection(ZONDER_WISSEN):
        yield f"REVOKE DELETE ON {tabel} FROM {rollen}"


def _make_functie(functie: Functie) -> str:
    """A fixed search path: nobody can put another table or function in its way."""
    return (
        f"CREATE OR REPLACE FUNCTION {functie.naam}({functie.vragen}) RETURNS {functie.antwoord}"
        f" LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER COST {PRIJS}"
        f" SET search_path = pg_catalog, pg_temp"
        f" AS $$ BEGIN RETURN ({functie.vraag}); END $$"
    )


def make_rollen() -> Iterator[str]:
    """What makes the two roles, for who may; in the words of docs/database.md.

    NOINHERIT: the role becomes the system only when it says so.
    """
    yield f"CREATE ROLE {ROL} NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT"
    yield f"CREATE ROLE {ROL_SYSTEEM} NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT"
    yield f"GRANT {ROL_SYSTEEM} TO {ROL}"
    yield f"GRANT {ROL}, {ROL_SYSTEEM} TO CURRENT_USER"


def _make_rollen(cursor) -> None:
    cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname IN (%s, %s)", [ROL, ROL_SYSTEEM])
    if cursor.fetchone()[0] == 2:
        return
    cursor.execute("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user")
    if not cursor.fetchone()[0]:
        raise RolOntbreekt(
            f"In deze database ontbreken de rollen {ROL} en {ROL_SYSTEEM}, en deze gebruiker mag ze "
            "niet maken. Vraag het uw databasebeheerder; de opdrachten staan in docs/database.md."
        )
    for opdracht in make_rollen():
        cursor.execute(opdracht)
