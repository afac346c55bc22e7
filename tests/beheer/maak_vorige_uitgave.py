"""Makes `vorige_uitgave.dump.gz` (packed with gzip): a database of the former release with open cases in it.

Run it in a working copy of that release, with the keys below in the environment, and only when a
release has come out that the next one must take over:

    PARAPLU_VAR=<empty folder> PARAPLU_SLEUTEL_SPOOR=<SLEUTEL> PARAPLU_SLEUTEL_GEZIN=<SLEUTEL> \
        python maak_vorige_uitgave.py vorige_uitgave.dump && gzip -9n vorige_uitgave.dump
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from datetime import date

#: No secret: it only seals and hides what this file itself makes up.
SLEUTEL = base64.b64encode(b"vorige uitgave van Paraplu......").decode()


def fill() -> None:
    """Two open cases: one in a term, one with a closed step and a term that stands still."""
    from paraplu.casussen import actions  # noqa: PLC0415 - of the former release
    from paraplu.web.actions import write_spoor  # noqa: PLC0415
    from tests.casussen.bouwen import Wereld  # noqa: PLC0415

    wereld = Wereld()
    een, twee = wereld.casus(), wereld.casus("aanmeldroute-315")
    for casus in (een, twee):
        actions.register_gebeurtenis(
            casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=date(2026, 4, 2)
        )
        write_spoor(
            gebruiker=wereld.gebruiker("jeugdbeschermer"),
            handeling="casus bekijken",
            voorwerp=casus.nummer,
            doel="uitvoeren van de maatregel",
            gezin=casus.gezin.nummer,
        )
    actions.suspend_stap(
        stap=wereld.stap(twee, "contact_lokaal_team"),
        reden="het gezin is op reis",
        by=wereld.wie["jeugdbeschermer"],
        on=date(2026, 4, 3),
    )


def dump(doel: str) -> None:
    """Write the database, without owners and rights: who restores it gives its own."""
    from paraplu.project import postgres  # noqa: PLC0415

    gegevens = postgres.verbinding()
    subprocess.run(
        [
            str(postgres._bin_map() / "pg_dump"), "--format=custom", "--compress=9", "--no-owner",
            "--no-acl", f"--file={doel}", f"--host={gegevens['HOST']}",
            f"--username={gegevens['USER']}", gegevens["NAME"],
        ],
        env={**os.environ, "PGPASSWORD": gegevens["PASSWORD"]},
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    from paraplu.project.opdrachten import prepare_database

    prepare_database()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    fill()
    dump(sys.argv[1])
