"""TR335: een prestatie is hoogstens vijf jaar oud."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.berichten.regels.declaratie import vijf_jaar_voor
from tests.berichten.regels.declaratieregels import met_regel
from tests.berichten.regels.voorbeeld import (
    paden,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode"


@pytest.mark.parametrize(
    ("dagtekening", "einde", "fout"),
    [
        ("2026-01-31", "2021-01-31", False),
        ("2026-02-01", "2021-01-31", True),
        ("2024-03-01", "2024-02-29", False),
    ],
)
def test_tr335_een_prestatie_is_hoogstens_vijf_jaar_oud(dagtekening, einde, fout):
    bericht = met_regel(f"{einde[:8]}01", einde, DeclaratieDagtekening=dagtekening)
    assert paden(bericht, "TR335") == ([f"{REGEL}/Einddatum"] if fout else [])


def test_vijf_jaar_voor_een_schrikkeldag_is_1_maart():
    assert vijf_jaar_voor(date(2024, 2, 29)) == date(2019, 3, 1)
    assert vijf_jaar_voor(date(3, 1, 1)) is None
    assert vijf_jaar_voor(None) is None
