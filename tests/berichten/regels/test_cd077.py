"""CD077: bij een budget staat geen omvang."""

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
    """CD078 zegt hetzelfde van de andere kant."""
    breekt(toegewezen(Budget="1"), "CD077", f"{PLEK['JW301']}/Omvang", naast=("CD078",))
    breekt(aangevraagd(Budget="1"), "CD077", f"{PLEK['JW315']}/Omvang", naast=("CD078",))
    breekt(gevraagd_nieuw(Budget="1"), "CD077", f"{PLEK['nieuw']}/Omvang", naast=("CD078",))
    breekt(te_wijzigen(Budget="1"), "CD077", f"{PLEK['te wijzigen']}/Omvang", naast=("CD078",))
