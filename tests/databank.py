"""The tables of a test database, straight from the models.

A hundred migrations take a test process long, nearly all of it to draw the models again
after every operation. An empty database needs none of that: make each table as its model is now,
and say the SQL of the migrations after it. `tests/project/test_start.py` sees that what somebody
gets who migrates for real is exactly the same (`lees_inrichting`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

#: What makes up a database, beside its rows: each question gives lines that can be compared.
VRAGEN = {
    "kolommen": """SELECT table_name, column_name, data_type, character_maximum_length,
        numeric_precision, numeric_scale, udt_name, is_nullable, column_default, is_identity
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "beperkingen": """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
    "indexen": "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": """SELECT tgrelid::regclass::text, pg_get_triggerdef(oid), tgenabled
        FROM pg_trigger WHERE NOT tgisinternal""",
    "functies": """SELECT oid::regprocedure::text, pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace""",
    "beleid": "SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies",
    "tabellen": """SELECT relname, relkind, relrowsecurity, relforcerowsecurity, reloptions::text,
        relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace""",
    "migraties": "SELECT app, name FROM django_migrations",
    "soorten": "SELECT app_label, model FROM django_content_type",
}


#: The framework draws the width of this key, that nobody refers to, from another setting.
ANDERS = {("auth_group_permissions", "id")}


def lees_inrichting(cursor: Any) -> dict[str, set[tuple]]:
    """Everything about the tables of a database that a migration decides."""
    gelezen = {}
    for naam, vraag in VRAGEN.items():
        cursor.execute(vraag)
        gelezen[naam] = {tuple(rij) for rij in cursor.fetchall() if rij[:2] not in ANDERS}
    return gelezen


def maak_zonder_omweg(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as the patch holds, `migrate` fills an empty database in one go."""
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - after begin

    stap_voor_stap = MigrationExecutor._migrate_all_forwards
    monkeypatch.setattr(MigrationExecutor, "_migrate_all_forwards", _ineens(stap_voor_stap))


def _ineens(stap_voor_stap: Callable[..., Any]) -> Callable[..., Any]:
    def migrate(executor: Any, state: Any, plan: Any, full_plan: Any, **opties: bool) -> Any:
        if executor.loader.applied_migrations or len(plan) != len(full_plan):
            return stap_voor_stap(executor, state, plan, full_plan, **opties)
        return maak_ineens(executor, plan, modellen())

    return migrate


def maak_ineens(executor: Any, plan: Any, tabellen: list[Any]) -> Any:
    """Make these tables as their models are now, say the SQL of the plan and write it down as done."""
    einde = executor._create_project_state()
    with executor.connection.schema_editor() as schrijver:
        for model in tabellen:
            schrijver.create_model(model)
    with executor.connection.schema_editor() as schrijver:
        for migratie, _terug in plan:
            _zeg_sql(migratie, schrijver, einde)
    for migratie, _terug in plan:
        migratie.mutate_state(einde, preserve=False)
        executor.recorder.record_applied(migratie.app_label, migratie.name)
    return einde


def modellen() -> list[Any]:
    """Every model that has a table of its own."""
    from django.apps import apps  # noqa: PLC0415 - after begin

    return [
        model
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy and not model._meta.swapped
    ]


def _zeg_sql(migratie: Any, schrijver: Any, staat: Any) -> None:
    from django.db.migrations import RunSQL  # noqa: PLC0415 - after begin

    for handeling in migratie.operations:
        if isinstance(handeling, RunSQL):
            handeling.database_forwards(migratie.app_label, schrijver, staat, staat)
