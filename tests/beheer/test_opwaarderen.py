"""From the former release, with open cases, to this one: cases, steps, terms and trace are as they were.

`vorige_uitgave.dump.gz` is a database that the former release made itself (`maak_vorige_uitgave.py`).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from paraplu.beheer.reservekopie.postgres import restore_database
from paraplu.casussen import actions
from paraplu.casussen.models import Casus, CasusStap
from paraplu.web.spoor.controle import Telling, check_ketens
from tests.beheer.maak_vorige_uitgave import SLEUTEL
from tests.databank import maak_ineens, modellen

DUMP = Path(__file__).parent / "vorige_uitgave.dump.gz"
VORIGE = "test_paraplu_vorige"
#: What must read the same before and after, whatever columns come beside it.
VRAGEN = {
    "casussen": "SELECT id, route_sleutel, route_versie, houder_id, afgesloten_op FROM casussen_casus",
    "stappen": """SELECT id, casus_id, sleutel, anker, termijn, kalender, uiterste_datum, uitkomst
        FROM casussen_casusstap""",
    "opschortingen": "SELECT stap_id, vanaf, tot, reden FROM casussen_opschorting",
    "gebeurtenissen": "SELECT id, casus_id, soort, op FROM casussen_gebeurtenis",
    "spoor": "SELECT keten_id, nummer, zegel FROM web_spoor",
}


@pytest.fixture
def vorige(django_db_setup, django_db_blocker, monkeypatch, tmp_path) -> Iterator[None]:
    """An empty database beside that of the tests, and the keys that the dump was made with."""
    eerste = connection.settings_dict["NAME"]
    for soort in ("SPOOR", "GEZIN"):
        monkeypatch.setenv(f"PARAPLU_SLEUTEL_{soort}", SLEUTEL)
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))
    with django_db_blocker.unblock():
        _doe(f"DROP DATABASE IF EXISTS {VORIGE}", f"CREATE DATABASE {VORIGE} TEMPLATE template0")
        connection.close()
        connection.settings_dict["NAME"] = VORIGE
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = eerste
            _doe(f"DROP DATABASE {VORIGE}")
            connection.close()


def _doe(*opdrachten: str) -> None:
    with connection.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(opdracht)


def _lees() -> dict[str, list[tuple]]:
    gelezen = {}
    with connection.cursor() as cursor:
        for naam, vraag in VRAGEN.items():
            cursor.execute(f"{vraag} ORDER BY 1, 2")
            gelezen[naam] = cursor.fetchall()
    return gelezen


def _maak_nieuwe_kamers() -> None:
    """The tables of rooms that the former release had not, in one go, as in any test database.

    What changed in a room that was there before is migrated step by step, over its rows.
    """
    uitvoerder = MigrationExecutor(connection)
    gedaan = {app for app, _naam in uitvoerder.loader.applied_migrations}
    nieuw = [
        (migratie, terug)
        for migratie, terug in uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
        if migratie.app_label not in gedaan
    ]
    kamers = {migratie.app_label for migratie, _terug in nieuw}
    maak_ineens(uitvoerder, nieuw, [m for m in modellen() if m._meta.app_label in kamers])


def test_open_casussen_van_de_vorige_uitgave_lopen_door(vorige, monkeypatch, tmp_path):
    # What has to be filled in before a step closes is tested with the forms.
    monkeypatch.setattr("paraplu.casussen.actions.stappen.missing_for", lambda *a, **k: "")
    dump = tmp_path / "vorige.dump"
    dump.write_bytes(gzip.decompress(DUMP.read_bytes()))
    restore_database(dump)
    voor = _lees()
    assert all(voor.values())

    _maak_nieuwe_kamers()
    call_command("migrate", verbosity=0, interactive=False)

    uitvoerder = MigrationExecutor(connection)
    assert uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()) == []
    assert _lees() == voor
    telling = Telling()
    assert list(check_ketens(telling)) == []
    assert telling.regels == len(voor["spoor"])
    _een_stap_verder()


def _een_stap_verder() -> None:
    """The term of the case is what the rule gives now, and its step can be closed."""
    casus = Casus.objects.get(route_sleutel="aanmeldroute-301")
    stap = CasusStap.objects.get(casus=casus, sleutel="contact_lokaal_team", afgerond_op=None)
    assert stap.uiterste_datum == date(2026, 4, 9)  # past Easter
    actions.herbereken_all(on=date(2026, 4, 7))
    stap.refresh_from_db()
    assert stap.uiterste_datum == date(2026, 4, 9)
    actions.close_stap(stap=stap, uitkomst="gesproken", by=casus.houder, on=date(2026, 4, 9))
    assert casus.stappen.filter(afgerond_op=None).exists()
