"""IV079: een prestatie in uren heeft minstens 1 uur."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    bedrag,
    declaratie_client,
    declaratiebericht,
    paden,
    prestatie,
)


def met(volume: str, eenheid: str):
    """A declaration with one line of this volume."""
    regel = prestatie(GeleverdVolume=volume, Eenheid=eenheid, IngediendBedrag=bedrag(0))
    return declaratiebericht(clienten=[declaratie_client(prestaties=[regel])])


@pytest.mark.parametrize("volume", ["0", "00", "+0"])
def test_iv079_nul_uur_is_te_weinig(volume):
    pad = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/GeleverdVolume"

    assert paden(met(volume, "04"), "IV079") == [pad]


@pytest.mark.parametrize(("volume", "eenheid"), [("1", "04"), ("0", "01"), ("0", "82")])
def test_iv079_een_uur_of_een_andere_eenheid_mag(volume, eenheid):
    assert paden(met(volume, eenheid), "IV079") == []
