"""TR302: geen product wordt voor dezelfde dagen twee keer toegewezen."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import (
    breekt,
    houdt,
    paden,
    product,
    toegewezen_product,
    toewijzingsbericht,
)

EERSTE = {"Ingangsdatum": "2024-01-01", "Einddatum": "2024-06-30"}
AANSLUITEND = {"Ingangsdatum": "2024-07-01", "Einddatum": "2024-12-31"}
RAAKT = {"Ingangsdatum": "2024-06-30", "Einddatum": "2024-12-31"}
OPEN = {"Ingangsdatum": "2024-07-01", "Einddatum": None}
SPECIFIEK = {"Product": product("48", "48A01")}
CATEGORIE = {"Product": product("48", None), "Omvang": None}
ALLES = {"Product": None, "Omvang": None, "Budget": "1000"}
ANDERE_CODE = {"Product": product("48", "48A02")}
ANDERE_CATEGORIE = {"Product": product("45", "45A04")}


def bericht(*producten):
    """A 301 with these products, each with a number of its own."""
    return toewijzingsbericht(
        producten=[
            toegewezen_product(**{"ToewijzingNummer": str(nummer)} | velden)
            for nummer, velden in enumerate(producten, 1)
        ]
    )


def plek(nummer):
    return f"Client/ToegewezenProducten/ToegewezenProduct[{nummer}]"


def test_perioden_die_aansluiten_mogen():
    houdt(bericht(EERSTE, AANSLUITEND))
    houdt(bericht(OPEN, EERSTE))


def test_een_dag_overlap_mag_niet():
    breekt(bericht(EERSTE, RAAKT), "TR302", plek(2))


def test_wat_geen_einddatum_heeft_loopt_door():
    later = {"Ingangsdatum": "2030-01-01", "Einddatum": "2030-12-31"}

    breekt(bericht(OPEN, later), "TR302", plek(2))


def test_wie_later_begint_wordt_genoemd():
    breekt(bericht(RAAKT, EERSTE), "TR302", plek(1))


def test_een_kort_product_na_een_lang_wordt_gezien():
    lang = {"Ingangsdatum": "2024-01-01", "Einddatum": "2024-12-31"}
    kort = {"Ingangsdatum": "2024-02-01", "Einddatum": "2024-02-29"}
    herfst = {"Ingangsdatum": "2024-10-01", "Einddatum": "2024-10-31"}

    breekt(bericht(lang, kort, herfst), "TR302", plek(2), plek(3))


def test_andere_producten_mogen_naast_elkaar():
    houdt(bericht(SPECIFIEK, ANDERE_CODE, ANDERE_CATEGORIE))
    houdt(bericht(CATEGORIE, ANDERE_CATEGORIE))


def test_een_categorie_staat_voor_alle_producten_daarin():
    breekt(bericht(CATEGORIE, CATEGORIE), "TR302", plek(2))
    breekt(bericht(CATEGORIE, SPECIFIEK), "TR302", plek(2))
    breekt(bericht(SPECIFIEK, CATEGORIE), "TR302", plek(2))


def test_naast_een_budget_voor_alles_mag_niets():
    breekt(bericht(ALLES, ANDERE_CATEGORIE), "TR302", plek(2))
    breekt(bericht(ANDERE_CATEGORIE, ALLES), "TR302", plek(2))
    breekt(bericht(ALLES, CATEGORIE, ALLES), "TR302", plek(2), plek(3))


def test_wat_verwijderd_is_telt_niet():
    verwijderd = {"RedenWijziging": "13", "Einddatum": "2024-01-01"}

    houdt(bericht(EERSTE, verwijderd))
    houdt(bericht(verwijderd, EERSTE))
    # An allocation that was made shorter does count.
    breekt(bericht(EERSTE, {"RedenWijziging": "05", "Einddatum": "2024-01-01"}), "TR302", plek(2))


def test_een_periode_die_niet_bestaat_overlapt_niet():
    omgekeerd = {"Ingangsdatum": "2024-05-01", "Einddatum": "2024-04-01"}

    breekt(bericht(EERSTE, omgekeerd), "CS003", f"{plek(2)}/Einddatum")


def test_duizenden_producten_kosten_geen_uren():
    codes = [f"{nummer:05}" for nummer in range(4000)]
    producten = [{"Product": product("48", code)} for code in [*codes, codes[0]]]

    assert paden(bericht(*producten), "TR302") == [plek(4001)]
