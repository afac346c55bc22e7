"""CD079: zonder budget hoort er een product te staan."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, aangevraagd, gevraagd_nieuw, toegewezen
from tests.berichten.regels.voorbeeld import breekt, houdt

GENERIEK = {"Product": None, "Omvang": None}


def test_een_budget_voor_alle_producten_mag():
    houdt(toegewezen(**GENERIEK, Budget="1000"))
    houdt(aangevraagd(**GENERIEK, Budget="1000"))
    houdt(gevraagd_nieuw(**GENERIEK, Budget="1000"))


def test_geen_product_en_geen_budget_mag_niet():
    breekt(toegewezen(**GENERIEK), "CD079", f"{PLEK['JW301']}/Product")
    breekt(aangevraagd(**GENERIEK), "CD079", f"{PLEK['JW315']}/Product")
    breekt(gevraagd_nieuw(**GENERIEK), "CD079", f"{PLEK['nieuw']}/Product")
