"""CD078: bij een omvang staat geen budget."""

from __future__ import annotations

from tests.berichten.regels.productberichten import (
    BUDGET,
    PLEK,
    aangevraagd,
    gevraagd_nieuw,
    te_wijzigen,
    toegewezen,
)
from tests.berichten.regels.voorbeeld import breekt, houdt


def test_een_van_beide_mag():
    houdt(toegewezen())
    houdt(toegewezen(**BUDGET))
    houdt(te_wijzigen())


def test_allebei_mag_niet():
    """CD077 zegt hetzelfde van de andere kant."""
    breekt(toegewezen(Budget="1"), "CD078", f"{PLEK['JW301']}/Budget", naast=("CD077",))
    breekt(aangevraagd(Budget="1"), "CD078", f"{PLEK['JW315']}/Budget", naast=("CD077",))
    breekt(gevraagd_nieuw(Budget="1"), "CD078", f"{PLEK['nieuw']}/Budget", naast=("CD077",))
    breekt(te_wijzigen(Budget="1"), "CD078", f"{PLEK['te wijzigen']}/Budget", naast=("CD077",))
