"""A `var` of its own for every test, so that nothing of this machine is touched."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for all state."""
    for naam in ("PARAPLU_SLEUTEL_KIND", "PARAPLU_SLEUTEL_BESTAND"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path / "var"))
    return tmp_path / "var"
