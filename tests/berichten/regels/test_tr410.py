"""TR410: geen nieuw product wordt voor dezelfde dagen twee keer gevraagd."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    breekt,
    houdt,
    nieuw_product,
    product,
    verzoek_om_wijziging,
)

EERSTE = {"GewensteIngangsdatum": "2024-04-01", "Einddatum": "2024-12-31"}
AANSLUITEND = {"GewensteIngangsdatum": "2025-01-01", "Einddatum": "2025-12-31"}
RAAKT = {"GewensteIngangsdatum": "2024-12-31", "Einddatum": "2025-12-31"}
OPEN = {"GewensteIngangsdatum": "2025-01-01", "Einddatum": None}
SPECIFIEK = {"Product": product("48", "48A01")}
CATEGORIE = {"Product": product("48", None), "Omvang": None}
ALLES = {"Product": None, "Omvang": None, "Budget": "1000"}
ANDERE_CODE = {"Product": product("48", "48A02")}
ANDERE_CATEGORIE = {"Product": product("45", "45A04")}


def bericht(*producten):
    """A 317 with these new products."""
    return verzoek_om_wijziging(nieuw=[nieuw_product(**velden) for velden in producten])


def plek(nummer):
    return f"Client/Verzoek/NieuweProducten/NieuwProduct[{nummer}]"


def test_wat_aansluit_en_wat_anders_is_mag():
    houdt(bericht(EERSTE, AANSLUITEND))
    houdt(bericht(EERSTE, OPEN))
    houdt(bericht(SPECIFIEK, ANDERE_CODE, ANDERE_CATEGORIE))


def test_hetzelfde_voor_dezelfde_dag_mag_niet():
    breekt(bericht(EERSTE, RAAKT), "TR410", plek(2))


def test_een_categorie_en_een_budget_voor_alles_sluiten_meer_uit():
    breekt(bericht(CATEGORIE, SPECIFIEK), "TR410", plek(2))
    breekt(bericht(ALLES, ANDERE_CATEGORIE), "TR410", plek(2))
