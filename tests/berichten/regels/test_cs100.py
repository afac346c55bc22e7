"""CS100: een periode begint in 2021 of later."""

from __future__ import annotations

from tests.berichten.regels.declaratieregels import met_periode, met_regel
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode"
PERIODE = "Declaratie/DeclaratiePeriode"


def test_cs100_een_periode_begint_in_2021_of_later():
    assert not codes(met_regel("2021-01-01", "2021-01-31"))
    assert paden(met_regel("2020-12-01", "2020-12-31"), "CS100") == [
        f"{REGEL}/Begindatum",
        f"{REGEL}/Einddatum",
    ]
    assert paden(met_periode("2020-12-31", "2021-01-31"), "CS100") == [f"{PERIODE}/Begindatum"]
