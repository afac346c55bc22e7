"""CS339: in euro's is het bedrag het volume."""

from __future__ import annotations

import pytest

from tests.berichten.regels.declaratieregels import met
from tests.berichten.regels.voorbeeld import (
    codes,
)


@pytest.mark.parametrize(("volume", "fout"), [("100000", False), ("99999", True)])
def test_cs339_in_euros_is_het_bedrag_het_volume(volume, fout):
    bericht = met(Eenheid="83", ProductTarief=None, GeleverdVolume=volume)
    assert codes(bericht) == ({"CS339"} if fout else set())
