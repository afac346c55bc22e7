"""What docs/veiligheid.md calls a check is one: each named test is there, and each gap says so."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
TEKST = (WORTEL / "docs" / "veiligheid.md").read_text(encoding="utf-8")
RIJEN = [
    regel for regel in TEKST.splitlines() if regel.startswith("| ") and "| punt |" not in regel
]
GENOEMD = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEKST)))


@cache
def _tests(bestand: str) -> frozenset[str]:
    boom = ast.parse((WORTEL / bestand).read_text(encoding="utf-8"))
    return frozenset(deel.name for deel in boom.body if isinstance(deel, ast.FunctionDef))


@pytest.mark.parametrize(("bestand", "naam"), GENOEMD)
def test_elke_genoemde_toets_bestaat(bestand, naam):
    assert naam in _tests(bestand)


def test_elk_punt_heeft_een_toets_of_zegt_waarom_niet():
    assert len(RIJEN) > 40
    zonder = [rij for rij in RIJEN if "`tests/" not in rij]
    assert [rij for rij in zonder if not re.search(r"\| Niet .*\| geen toets \|$", rij)] == []
    assert [rij for rij in RIJEN if "`tests/" in rij and "geen toets" in rij] == []


def test_de_drie_kaders_staan_er_alle_drie():
    assert re.findall(r"^## (.+)$", TEKST, re.MULTILINE) == ["BIO2", "NEN 7513", "AVG"]
