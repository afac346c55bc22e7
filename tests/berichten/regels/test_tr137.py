"""TR137: een periode eindigt na haar begin en voor de dagtekening."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import met_periode, met_regel
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode"


@pytest.mark.parametrize(
    ("begin", "einde", "fout"),
    [
        ("2024-03-01", "2024-03-01", False),
        ("2024-03-01", "2024-03-02", True),
        ("2024-02-10", "2024-02-09", True),
    ],
)
def test_tr137_een_periode_eindigt_na_haar_begin_en_voor_de_dagtekening(begin, einde, fout):
    assert paden(met_regel(begin, einde), "TR137") == ([f"{REGEL}/Einddatum"] if fout else [])
    assert ("TR137" in codes(met_periode(begin, einde))) == fout
