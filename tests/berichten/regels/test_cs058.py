"""CS058: een start of stop is nieuw of verwijderd, nooit gewijzigd."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    breekt,
    houdt,
    startbericht,
    startproduct,
    stopbericht,
    stopproduct,
)


@pytest.mark.parametrize("status", ["1", "3"])
def test_nieuw_en_verwijderd_mogen(status):
    houdt(startbericht(producten=[startproduct(StatusAanlevering=status)]))
    houdt(stopbericht(producten=[stopproduct(StatusAanlevering=status)]))


@pytest.mark.parametrize("status", ["2", "9"])
def test_gewijzigd_en_ongewijzigd_mogen_niet(status):
    start = startbericht(producten=[startproduct(StatusAanlevering=status)])
    stop = stopbericht(producten=[stopproduct(StatusAanlevering=status)])

    breekt(start, "CS058", "Client/StartProducten/StartProduct[1]/StatusAanlevering")
    breekt(stop, "CS058", "Client/StopProducten/StopProduct[1]/StatusAanlevering")
