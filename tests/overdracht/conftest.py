"""What the tests of the hand-over share."""

from __future__ import annotations

import pytest

from tests.casussen.conftest import als_rol, wereld
from tests.overdracht.bouwen import Loop
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["als_rol", "statisch", "statische_map", "voet_zonder_monitor", "wereld"]


@pytest.fixture(autouse=True)
def eigen_sleutel(tmp_path, monkeypatch) -> None:
    """A key of its own, so that these tests leave nothing in `var`."""
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


@pytest.fixture
def loop(db: None) -> Loop:
    """One child with an OTS, and everybody who has a part in its end."""
    return Loop()
