"""CS337: een prestatie ligt in één maand."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import met_regel
from tests.berichten.regels.voorbeeld import (
    paden,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode"


@pytest.mark.parametrize(
    ("begin", "einde", "fout"),
    [
        ("2024-02-01", "2024-02-29", False),
        ("2024-02-10", "2024-02-10", False),
        ("2024-01-31", "2024-02-01", True),
        ("2023-02-01", "2024-02-01", True),
    ],
)
def test_cs337_een_prestatie_ligt_in_een_maand(begin, einde, fout):
    assert paden(met_regel(begin, einde), "CS337") == ([f"{REGEL}/Einddatum"] if fout else [])
