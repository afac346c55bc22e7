"""What all tests share: an embedded database when one is asked for, and the standard's own files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from paraplu.project import postgres
from tests import begin
from tests.databank import maak_zonder_omweg

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    if begin.EERSTE:
        postgres.stop()
        shutil.rmtree(os.environ["PARAPLU_VAR"], ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Start the embedded database before the first test that asks for one."""
    if not os.environ.get("PARAPLU_DATABASE_URL"):
        postgres.start()
        _schrijf_zonder_schijf()


def _schrijf_zonder_schijf() -> None:
    """Let the server of the tests not wait for the disk: after a crash it is thrown away."""
    import psycopg  # noqa: PLC0415 - only who starts the server needs it

    with psycopg.connect(
        host=str(postgres.socket_map()), user="postgres", password=postgres.wachtwoord("postgres"),
        autocommit=True,
    ) as verbinding:  # fmt: skip
        for instelling in ("fsync", "synchronous_commit", "full_page_writes"):
            verbinding.execute(f"ALTER SYSTEM SET {instelling} = off")
        verbinding.execute("SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def ineens() -> pytest.MonkeyPatch:
    """From here on an empty database gets its tables in one go."""
    tijdelijk = pytest.MonkeyPatch()
    maak_zonder_omweg(tijdelijk)
    return tijdelijk


@pytest.fixture(scope="session")
def django_db_setup(ineens: pytest.MonkeyPatch, django_db_setup: None) -> None:
    """The test database is there; who migrates from now on does so step by step."""
    ineens.undo()


@pytest.fixture(scope="session", autouse=True)
def snelle_wachtwoorden() -> Iterator[None]:
    """A password of a test need not be slow to guess; how slow it is, is the framework's promise."""
    snel = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=snel):
        yield


@pytest.fixture(autouse=True)
def wand(monkeypatch: pytest.MonkeyPatch) -> None:
    """With PARAPLU_TEST_WAND=1 every request of every test stands behind the wall (0014)."""
    if os.environ.get("PARAPLU_TEST_WAND"):
        from tests.web.wand.achter import verzoeken_achter_de_wand  # noqa: PLC0415 - needs Django

        verzoeken_achter_de_wand(monkeypatch)


@pytest.fixture
def shared() -> Path:
    """The folder with the standard's own schemas and examples; the test is skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip(
            "../shared is hier niet: deze test vergelijkt met de bestanden van de standaard"
        )
    return SHARED


@pytest.fixture
def var_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty `var` for one test."""
    map_ = tmp_path / "var"
    monkeypatch.setenv("PARAPLU_VAR", str(map_))
    return map_
