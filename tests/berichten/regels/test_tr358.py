"""TR358: het totaal is de som van de prestaties."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import declaratie, regel
from tests.berichten.regels.voorbeeld import (
    codes,
    paden,
)


@pytest.mark.parametrize(
    ("regels", "som", "fout"),
    [
        ([regel("A", "1"), regel("B", "2")], 200000, False),
        ([regel("A", "1"), regel("B", "2")], 200001, True),
        ([regel("A"), regel("B", vorige="X")], 0, False),
        ([regel("B", vorige="X")], -100000, False),
        ([regel("B", vorige="X")], 100000, True),
    ],
)
def test_tr358_het_totaal_is_debet_min_credit(regels, som, fout):
    gevonden = paden(declaratie(*regels, som=som), "TR358")
    assert gevonden == (["Declaratie/TotaalIngediendBedrag"] if fout else [])


def test_tr358_zwijgt_als_een_prestatie_niet_te_lezen_is():
    bericht = declaratie(regel("A", GeleverdVolume="x"), som=5)
    assert "TR358" not in codes(bericht)
