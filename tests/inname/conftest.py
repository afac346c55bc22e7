"""A `var` of its own for every test, so that nothing of this machine is touched."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def var(var_map: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for all state, and no keys in the environment."""
    for naam in ("KIND", "BESTAND", "KIND_NIEUW", "BESTAND_NIEUW"):
        monkeypatch.delenv(f"PARAPLU_SLEUTEL_{naam}", raising=False)
    return var_map
