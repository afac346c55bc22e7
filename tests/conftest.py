"""What all tests share: an embedded database when one is asked for, and the standard's own files."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from hypothesis import settings as voorbeelden

from paraplu.project import postgres
from tests import begin
from tests.databank import maak_zonder_omweg
from tests.demo.kleine_wereld import geschreven, ingenomen
from tests.verdeling import verdeel

__all__ = ["geschreven", "ingenomen"]

#: How long one example takes says something about the machine, not about the code.
voorbeelden.register_profile("zonder_klok", deadline=None)
voorbeelden.load_profile("zonder_klok")
#: After how many new objects to look for garbage; the tests make many that go away by themselves.
VUIL = (100_000, 20, 100)
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After the folders have said what they know of their own tests."""
    verdeel(items)


def pytest_collection_finish() -> None:
    """What is loaded now stays: looking through it for garbage again and again finds nothing.

    The log goes to the screen of a test, that closes; pytest itself keeps what is logged.
    """
    logboek = logging.getLogger()
    for op_scherm in [vorm for vorm in logboek.handlers if type(vorm) is logging.StreamHandler]:
        logboek.removeHandler(op_scherm)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*VUIL)


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
