"""CD096: een nieuw product zonder productcode heeft sinds 2021 geen omvang."""

from __future__ import annotations

from tests.berichten.regels.productberichten import PLEK, gevraagd_nieuw
from tests.berichten.regels.voorbeeld import breekt, houdt, product

OMVANG = f"{PLEK['nieuw']}/Omvang"


def oud(einde):
    """Of 2020, with only a category and a volume."""
    return gevraagd_nieuw(
        dagtekening="2020-06-01",
        GewensteIngangsdatum="2020-07-01",
        Einddatum=einde,
        Product=product(code=None),
    )


def test_alleen_een_categorie_zonder_omvang_mag():
    houdt(gevraagd_nieuw(Product=product(code=None), Omvang=None))


def test_alleen_een_categorie_met_omvang_mag_niet():
    breekt(gevraagd_nieuw(Product=product(code=None)), "CD096", OMVANG)


def test_ook_zonder_einddatum_mag_het_niet():
    breekt(gevraagd_nieuw(Product=product(code=None), Einddatum=None), "CD096", OMVANG)


def test_zonder_product_mag_het_evenmin():
    breekt(gevraagd_nieuw(Product=None), "CD096", OMVANG, naast=("CD079",))


def test_wat_uiterlijk_eind_2020_stopte_mag_het_nog_hebben():
    houdt(oud("2020-12-31"))
    breekt(oud("2021-01-01"), "CD096", OMVANG)
