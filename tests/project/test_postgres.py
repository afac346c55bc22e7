"""The embedded database: private, without a network, and stopped by whoever leaves last."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from paraplu.project import postgres

OUDER = "from paraplu.project import postgres; postgres.start(); "


@pytest.fixture
def eigen_var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    # A space and an accent: people keep their things in folders with names.
    map_ = tmp_path / "mijn één map" / "var"
    monkeypatch.setenv("PARAPLU_VAR", str(map_))
    yield map_
    postgres.stop()


def connect(wachtwoord: str) -> psycopg.Connection:
    gegevens = postgres.verbinding()
    return psycopg.connect(
        host=gegevens["HOST"], user=gegevens["USER"], password=wachtwoord, dbname=gegevens["NAME"]
    )


def test_alleen_wie_het_wachtwoord_kent_komt_binnen(eigen_var):
    postgres.start()
    with connect(postgres.wachtwoord(postgres.ROL)) as conn:
        super_ = conn.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        assert super_.fetchone() == (False,)
        assert conn.execute("SHOW listen_addresses").fetchone() == ("",)
    with pytest.raises(psycopg.OperationalError, match="password"):
        connect("geraden")


def test_geen_map_erboven_gaat_open(eigen_var):
    eigen_var.parent.mkdir(mode=0o700)
    postgres.start()
    assert stat.S_IMODE(eigen_var.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(postgres.data_map().stat().st_mode) == 0o700
    assert stat.S_IMODE((eigen_var / "sleutels" / "postgres-paraplu").stat().st_mode) == 0o600


def test_de_laatste_die_weggaat_stopt_de_server(eigen_var):
    postgres.start()
    ander = subprocess.run([sys.executable, "-c", OUDER], check=True, env=os.environ)
    assert ander.returncode == 0
    with connect(postgres.wachtwoord(postgres.ROL)) as conn:
        assert conn.execute("SELECT 1").fetchone() == (1,)
    postgres.stop()
    assert not postgres._draait()


def test_na_een_afgebroken_proces_start_een_volgend_gewoon(eigen_var):
    subprocess.run(
        [sys.executable, "-c", OUDER + "import os; os.kill(os.getpid(), 9)"],
        check=False,
        env=os.environ,
    )
    postgres.start()
    with connect(postgres.wachtwoord(postgres.ROL)) as conn:
        assert conn.execute("SELECT 1").fetchone() == (1,)
    postgres.stop()
    assert not postgres._draait()


def test_een_gekopieerde_map_start_ook_naast_het_origineel(eigen_var, tmp_path, monkeypatch):
    postgres.start()
    kopie = tmp_path / "kopie"
    shutil.copytree(eigen_var, kopie, ignore=shutil.ignore_patterns(".s.PGSQL*"))
    _geef_aan_dezelfde(eigen_var, kopie)
    with (kopie / "postgres" / "postgresql.auto.conf").open("a") as conf:
        conf.write(f"unix_socket_directories = '\"{eigen_var}/run\"'\n")  # as releases before did
    monkeypatch.setenv("PARAPLU_VAR", str(kopie))
    postgres.start()
    with connect(postgres.wachtwoord(postgres.ROL)) as conn:
        antwoord = conn.execute("SELECT 1").fetchone()  # over the socket in the copy
    postgres.stop()
    monkeypatch.setenv("PARAPLU_VAR", str(eigen_var))

    assert antwoord == (1,)
    assert postgres._draait()


def _geef_aan_dezelfde(bron: Path, kopie: Path) -> None:
    """PostgreSQL does not run as root: what it owned, it owns in the copy too."""
    if os.geteuid() != 0:
        return
    for pad in [bron / "postgres", *(bron / "postgres").rglob("*")]:
        eigenaar = pad.stat().st_uid
        os.chown(kopie / pad.relative_to(bron), eigenaar, -1)
