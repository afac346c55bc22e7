"""What all tests share: a state folder of their own, and an embedded database when one is asked for."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """One folder of state for the whole run; the workers of xdist inherit it from the first process."""
    if not hasattr(config, "workerinput"):
        config.paraplu_var = tempfile.mkdtemp(prefix="paraplu-test-")
        os.environ["PARAPLU_VAR"] = config.paraplu_var
        os.environ.pop("PARAPLU_SLEUTEL_KIND", None)
        os.environ.pop("PARAPLU_SLEUTEL_BESTAND", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind; the database has been stopped by then."""
    if map_ := getattr(config, "paraplu_var", None):
        from paraplu.project import postgres

        postgres.stop()
        shutil.rmtree(map_, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Start the embedded database before the first test that asks for one."""
    if not os.environ.get("PARAPLU_DATABASE_URL"):
        from paraplu.project import postgres

        postgres.start()


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
