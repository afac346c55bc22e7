"""Elk voorbeeld in docs/bibliotheek.md doet wat er staat."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "bibliotheek.md"


def test_de_voorbeelden_van_de_bibliotheek_kloppen(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    uitslag = doctest.testfile(str(PAGINA), module_relative=False, encoding="utf-8")

    assert uitslag.attempted > 20
    assert uitslag.failed == 0
