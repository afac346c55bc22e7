"""As whom a process comes to the database: the page and the worker never as the owner."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from paraplu.project import postgres, settings
from paraplu.web.wand import ROL, ROL_SYSTEEM, inrichten
from tests.web.wand.achter import vraag

WORTEL = Path(__file__).resolve().parents[3]
WIE = """
import django; django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT session_user, current_user")
    print(*cursor.fetchone())
"""


ingebouwd = pytest.mark.skipif(
    "PARAPLU_DATABASE_URL" in os.environ, reason="hier is een eigen database in gebruik"
)


def wie_is(db: None, **omgeving: str) -> list[str]:
    """The role that logged in, and the one it is in."""
    klaar = subprocess.run(
        [sys.executable, "-c", WIE],
        cwd=WORTEL,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "paraplu.project.settings"} | omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout.split()


@ingebouwd
def test_de_webserver_komt_als_de_rol_die_niets_bezit(db):
    assert wie_is(db, PARAPLU_PROCES="web") == [ROL, ROL]


@ingebouwd
def test_de_werker_komt_als_dezelfde_rol_en_doet_het_werk_van_het_systeem(db):
    assert wie_is(db, PARAPLU_PROCES="werk") == [ROL, ROL_SYSTEEM]


@ingebouwd
def test_een_opdracht_van_de_beheerder_komt_als_eigenaar(db):
    assert wie_is(db, PARAPLU_PROCES="") == ["paraplu", "paraplu"]


def test_wie_gunicorn_zelf_start_staat_ook_achter_de_wand(monkeypatch):
    tekst = (WORTEL / "paraplu" / "project" / "wsgi.py").read_text()
    assert tekst.index("PARAPLU_PROCES") < tekst.index("get_wsgi_application()")


@pytest.fixture
def eigen_database(monkeypatch) -> None:
    monkeypatch.setenv(
        "PARAPLU_DATABASE_URL", "postgresql://eigenaar:een@db.nl/paraplu?sslmode=require"
    )
    monkeypatch.setenv("PARAPLU_PROCES", "web")


def test_een_eigen_database_met_een_rol_wordt_in_die_rol_gebruikt(eigen_database):
    gegevens = settings._database()
    assert gegevens["USER"] == "eigenaar"
    assert gegevens["OPTIONS"] == {"sslmode": "require", "options": f"-c role={ROL}"}


def test_een_eigen_database_met_een_eigen_adres_voor_de_applicatie(eigen_database, monkeypatch):
    monkeypatch.setenv("PARAPLU_DATABASE_URL_APP", f"postgresql://{ROL}:twee@db.nl/paraplu")
    gegevens = settings._database()
    assert (gegevens["USER"], gegevens["PASSWORD"]) == (ROL, "twee")


def test_de_eigenaar_gebruikt_het_adres_van_de_applicatie_niet(eigen_database, monkeypatch):
    monkeypatch.setenv("PARAPLU_DATABASE_URL_APP", f"postgresql://{ROL}:twee@db.nl/paraplu")
    monkeypatch.setenv("PARAPLU_PROCES", "")
    assert settings._database()["USER"] == "eigenaar"


def test_de_werker_heeft_zijn_rol_ook_op_een_eigen_database(eigen_database, monkeypatch):
    monkeypatch.setenv("PARAPLU_PROCES", "werk")
    opties = settings._database()["OPTIONS"]["options"]
    assert opties == f"-c role={ROL_SYSTEEM}"


def test_zonder_de_rol_en_zonder_recht_die_te_maken_zegt_migrate_wat_te_doen(db, monkeypatch):
    monkeypatch.setattr(inrichten, "ROL", "paraplu_rol_die_er_niet_is")
    with pytest.raises(CommandError, match="ontbreken de rollen paraplu_rol_die_er_niet_is"):
        call_command("migrate", verbosity=0)


def test_twee_keer_inrichten_geeft_hetzelfde(db):
    def stand() -> list[tuple]:
        return vraag("SELECT tablename, policyname, qual FROM pg_policies ORDER BY 1, 2")

    eerst = stand()
    inrichten.set_up()
    assert stand() == eerst
    assert eerst


def test_een_nieuwe_tabel_zonder_regel_laat_niets_zien(db):
    vraag("CREATE TABLE casussen_nieuw (id int)")
    vraag("INSERT INTO casussen_nieuw VALUES (1)")
    inrichten.set_up()
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROL}")
        cursor.execute("SELECT count(*) FROM casussen_nieuw")
        assert cursor.fetchone() == (0,)
        cursor.execute("RESET ROLE")


def test_een_webserver_hoeft_het_adres_van_de_eigenaar_niet_te_kennen(monkeypatch):
    monkeypatch.delenv("PARAPLU_DATABASE_URL", raising=False)
    monkeypatch.setenv("PARAPLU_DATABASE_URL_APP", f"postgresql://{ROL}:twee@db.nl/paraplu")
    monkeypatch.setenv("PARAPLU_PROCES", "web")
    assert settings._database()["HOST"] == "db.nl"


@ingebouwd
def test_een_eigenaar_die_rollen_mag_maken_maakt_ze_zelf(db, monkeypatch):
    """On a database of one's own; here in a transaction of the superuser that is rolled back."""
    namen = ("proef_app", "proef_systeem")
    monkeypatch.setattr(inrichten, "ROL", namen[0])
    monkeypatch.setattr(inrichten, "ROL_SYSTEEM", namen[1])
    toegang = {"host": connection.settings_dict["HOST"], "user": "postgres", "dbname": "paraplu"}
    with psycopg.connect(**toegang, password=postgres.wachtwoord("postgres")) as conn:
        conn.execute("CREATE ROLE proef_eigenaar CREATEROLE")
        conn.execute("SET SESSION AUTHORIZATION proef_eigenaar")
        inrichten._make_rollen(conn.cursor())
        inrichten._make_rollen(conn.cursor())
        vragen = "SELECT pg_has_role('proef_eigenaar', %s, 'set'), pg_has_role(%s, %s, 'usage')"
        rij = conn.execute(vragen, [namen[0], *namen]).fetchone()
        conn.rollback()
    assert rij == (True, False)
