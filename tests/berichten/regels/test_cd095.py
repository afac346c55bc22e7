"""CD095: een aanvraag zonder productcode heeft sinds 2021 geen omvang."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, aangevraagd
from tests.berichten.regels.voorbeeld import breekt, houdt, product

OMVANG = f"{PLEK['JW315']}/Omvang"


def oud(einde):
    """Of 2020, with only a category and a volume."""
    return aangevraagd(
        ToewijzingIngangsdatum="2020-01-01", ToewijzingEinddatum=einde, Product=product(code=None)
    )


def test_alleen_een_categorie_zonder_omvang_mag():
    houdt(aangevraagd(Product=product(code=None), Omvang=None))


def test_alleen_een_categorie_met_omvang_mag_niet():
    breekt(aangevraagd(Product=product(code=None)), "CD095", OMVANG)


def test_ook_zonder_einddatum_mag_het_niet():
    breekt(aangevraagd(Product=product(code=None), ToewijzingEinddatum=None), "CD095", OMVANG)


def test_zonder_product_mag_het_evenmin():
    breekt(aangevraagd(Product=None), "CD095", OMVANG, naast=("CD079",))


def test_wat_uiterlijk_eind_2020_stopte_mag_het_nog_hebben():
    houdt(oud("2020-12-31"))
    breekt(oud("2021-01-01"), "CD095", OMVANG)
