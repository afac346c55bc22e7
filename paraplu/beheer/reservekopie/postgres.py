"""The programs of PostgreSQL that write a database to one file and read it back."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connection

from ..fouten import DatabaseWeigert

#: What is not worth keeping: who is logged in now.
ZONDER_RIJEN = ("django_session",)


def dump_database(doel: Path) -> None:
    """Write the whole database, as it is at one moment, to file `doel`. Raises DatabaseWeigert."""
    zonder = [f"--exclude-table-data={tabel}" for tabel in ZONDER_RIJEN]
    _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={doel}", *zonder)


def restore_database(bron: Path) -> None:
    """Read file `bron` back into an empty database: all of it, or nothing. Raises DatabaseWeigert."""
    connection.close()
    _run(
        "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-acl",
        f"--dbname={connection.settings_dict['NAME']}", str(bron),
    )  # fmt: skip


def is_empty() -> bool:
    """Whether the database has no tables at all."""
    return not connection.introspection.table_names()


def _run(programma: str, *argumenten: str) -> None:
    gegevens = connection.settings_dict
    opties = gegevens["OPTIONS"]
    omgeving = {
        "PGHOST": gegevens["HOST"] or opties.get("host", ""),
        "PGPORT": str(gegevens["PORT"]),
        "PGSSLMODE": opties.get("sslmode", ""),
        "PGSSLROOTCERT": opties.get("sslrootcert", ""),
        "PGUSER": gegevens["USER"],
        "PGPASSWORD": gegevens["PASSWORD"],
        "PGDATABASE": gegevens["NAME"],
        "LC_ALL": "C.UTF-8",
    }
    uitkomst = subprocess.run(  # noqa: S603 - our own words; the password is not among them
        [_find(programma), *argumenten],
        env={**os.environ, **{naam: waarde for naam, waarde in omgeving.items() if waarde}},
        capture_output=True,
        text=True,
        check=False,
    )
    if uitkomst.returncode:
        # The first line says what; the rest may hold rows, and so persons.
        eerste = (uitkomst.stderr.strip().splitlines() or ["geen uitleg"])[0]
        raise DatabaseWeigert(f"{programma} wil niet: {eerste[:300]}")


def _find(programma: str) -> str:
    """Of the embedded server its own; beside another server what this machine has."""
    eigen = settings.POSTGRES_PROGRAMMAS
    gevonden = eigen / programma if eigen else shutil.which(programma)
    if not gevonden:
        raise DatabaseWeigert(
            f"{programma} ontbreekt. Installeer de programma's van PostgreSQL "
            "(op Debian: apt install postgresql-client)."
        )
    return str(gevonden)
