"""CS340: een declaratie gaat over een hele maand."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import met_periode
from tests.berichten.regels.voorbeeld import (
    paden,
)

PERIODE = "Declaratie/DeclaratiePeriode"


@pytest.mark.parametrize(
    ("begin", "einde", "fout"),
    [
        ("2024-02-01", "2024-02-29", False),
        ("2023-02-01", "2023-02-28", False),
        ("2024-02-01", "2024-02-28", True),
        ("2024-02-02", "2024-02-29", True),
        ("2024-01-01", "2024-02-29", True),
    ],
)
def test_cs340_een_declaratie_gaat_over_een_hele_maand(begin, einde, fout):
    assert paden(met_periode(begin, einde), "CS340") == ([PERIODE] if fout else [])
