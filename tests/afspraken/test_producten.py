"""Which product is a measure and of which kind (R203, P5, P61)."""

from __future__ import annotations

import pytest

from paraplu.afspraken import producten
from paraplu.afspraken.producten import groep, maatregelen, productomschrijving, soort_maatregel


@pytest.mark.parametrize(
    ("code", "categorie", "soort", "in_groep"),
    [
        ("48A01", "48", "ots jaar 1", "OTS"),
        ("48A02", "48", "ots jaar 2 en verder", "OTS"),
        ("48B10", "48", "ots", "OTS"),
        ("48A03", "48", "voogdij", "voogdij"),
        ("48A00", "48", "jeugdbescherming onbekend", "onbekend"),
        ("47A04", "47", "jr itb criem", "JR"),
        ("48B14", "48", "geen maatregel", None),
        ("47B11", "47", "geen maatregel", None),
        ("49A01", "49", "geen maatregel", None),
        ("45A04", "45", "geen maatregel", None),
    ],
)
def test_een_product_heeft_een_soort_maatregel(code, categorie, soort, in_groep):
    assert soort_maatregel(code, categorie) == soort
    assert groep(soort) == in_groep


@pytest.mark.parametrize("code", [None, "", "48Z99", "47A01"])
def test_zonder_bekende_code_is_een_maatregel_onbekend(code):
    assert soort_maatregel(code, "48") == "onbekend"
    assert groep("onbekend") == "onbekend"


def test_elke_code_van_47_48_en_49_heeft_een_soort():
    codes = {code for code, c in producten.productcodes().items() if c in {"47", "48", "49"}}
    assert {m.productcode for m in maatregelen()} == codes
    assert len(maatregelen()) == 55
    assert all(m.soort_maatregel for m in maatregelen())


def test_preventief_werk_is_nooit_een_maatregel():
    soorten = {m.soort_maatregel for m in maatregelen() if m.productcategorie == "49"}
    assert soorten == {"geen maatregel"}


def test_elk_product_heeft_een_korte_eigen_naam():
    namen = producten.productomschrijvingen()
    assert len(namen) == 450
    assert productomschrijving("48A02") == "OTS jaar 2 en verder, output"
    assert productomschrijving("99Z99") is None
    assert all(naam and naam == naam.strip() for naam in namen.values())


def test_een_code_begint_met_haar_categorie():
    assert all(code.startswith(c) for code, c in producten.productcodes().items())
    assert set(producten.productcodes().values()) <= set(producten.productcategorieen())


def test_soorten_zijn_die_van_het_blad(blad):
    bedoeld = {(r["productcode"], r["soort_maatregel"]) for r in blad("reference/measures.csv")}
    assert {(m.productcode, m.soort_maatregel) for m in maatregelen()} == bedoeld


def test_codes_zijn_die_van_het_blad(blad):
    rijen = [r for r in blad("ijw/products.csv") if r["soort"] == "product"]
    assert {r["productcode"]: r["categorie"] for r in rijen} == producten.productcodes()
