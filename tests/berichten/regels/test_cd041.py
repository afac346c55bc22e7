"""CD041: bij een productcode hoort een omvang."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, aangevraagd, gevraagd_nieuw, toegewezen
from tests.berichten.regels.voorbeeld import breekt, houdt, product


def test_een_product_met_code_heeft_een_omvang():
    houdt(toegewezen())
    houdt(aangevraagd())
    houdt(gevraagd_nieuw())


def test_een_product_zonder_code_mag_zonder_omvang():
    houdt(toegewezen(Product=product(code=None), Omvang=None))


def test_een_product_met_code_zonder_omvang_mag_niet():
    breekt(toegewezen(Omvang=None), "CD041", f"{PLEK['JW301']}/Omvang")
    breekt(aangevraagd(Omvang=None), "CD041", f"{PLEK['JW315']}/Omvang")
    breekt(gevraagd_nieuw(Omvang=None), "CD041", f"{PLEK['nieuw']}/Omvang")
