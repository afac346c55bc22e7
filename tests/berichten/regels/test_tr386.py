"""TR386: geen product wordt voor dezelfde dagen twee keer gevraagd."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    aangevraagd_product,
    breekt,
    houdt,
    product,
    verzoek_om_toewijzing,
)

EERSTE = {"ToewijzingIngangsdatum": "2024-01-01", "ToewijzingEinddatum": "2024-06-30"}
AANSLUITEND = {"ToewijzingIngangsdatum": "2024-07-01", "ToewijzingEinddatum": "2024-12-31"}
RAAKT = {"ToewijzingIngangsdatum": "2024-06-30", "ToewijzingEinddatum": "2024-12-31"}
OPEN = {"ToewijzingIngangsdatum": "2024-07-01", "ToewijzingEinddatum": None}
SPECIFIEK = {"Product": product("48", "48A01")}
CATEGORIE = {"Product": product("48", None), "Omvang": None}
ALLES = {"Product": None, "Omvang": None, "Budget": "1000"}
ANDERE_CODE = {"Product": product("48", "48A02")}
ANDERE_CATEGORIE = {"Product": product("45", "45A04")}


def bericht(*producten):
    """A 315 with these products, each with a reference of its own."""
    return verzoek_om_toewijzing(
        producten=[
            aangevraagd_product(**{"ReferentieAanbieder": f"A{nummer}"} | velden)
            for nummer, velden in enumerate(producten, 1)
        ]
    )


def plek(nummer):
    return f"Client/AangevraagdeProducten/AangevraagdProduct[{nummer}]"


def test_wat_aansluit_en_wat_anders_is_mag():
    houdt(bericht(EERSTE, AANSLUITEND))
    houdt(bericht(SPECIFIEK, ANDERE_CODE, ANDERE_CATEGORIE))


def test_hetzelfde_voor_dezelfde_dag_mag_niet():
    breekt(bericht(EERSTE, RAAKT), "TR386", plek(2))
    breekt(bericht(OPEN, OPEN), "TR386", plek(2))


def test_een_categorie_en_een_budget_voor_alles_sluiten_meer_uit():
    breekt(bericht(CATEGORIE, SPECIFIEK), "TR386", plek(2))
    breekt(bericht(ALLES, ANDERE_CATEGORIE), "TR386", plek(2))
