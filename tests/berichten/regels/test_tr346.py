"""TR346: het bedrag is volume maal tarief."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import met
from tests.berichten.regels.voorbeeld import (
    bedrag,
    codes,
)


@pytest.mark.parametrize(
    ("eenheid", "volume", "tarief", "centen", "fout"),
    [
        ("82", "3", "1250", 3750, False),
        ("82", "3", "1250", 3751, True),
        ("82", "+3", "01250", 3750, False),
        ("04", "2", "9999", 19997, True),
        # 37 minutes at 99.99 an hour: 61.6605 is 61.66.
        ("01", "37", "9999", 6166, False),
        ("01", "37", "9999", 6167, True),
        # The same with the rounded tariff of a minute: 1.67.
        ("01", "37", "167", 6166, False),
        ("01", "37", "167", 6200, True),
        ("83", "5", None, 5, False),
    ],
)
def test_tr346_het_bedrag_is_volume_maal_tarief(eenheid, volume, tarief, centen, fout):
    bericht = met(
        centen,
        Eenheid=eenheid,
        GeleverdVolume=volume,
        ProductTarief=tarief,
        IngediendBedrag=bedrag(centen),
    )
    assert codes(bericht) == ({"TR346"} if fout else set())
