"""CD087: een tarief staat er, behalve bij euro's."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import met
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)

REGEL = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"


@pytest.mark.parametrize(
    ("eenheid", "tarief", "fout"),
    [("82", "100000", False), ("82", None, True), ("83", None, False), ("83", "1", True)],
)
def test_cd087_er_is_een_tarief_behalve_bij_euros(eenheid, tarief, fout):
    bericht = met(Eenheid=eenheid, ProductTarief=tarief, GeleverdVolume="100000")
    assert ("CD087" in codes(bericht)) == fout
    if fout:
        assert paden(bericht, "CD087") == [f"{REGEL}/ProductTarief"]
