"""Wachten in een echte browser: smal en breed, licht en donker, ook zonder JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import log_in


@pytest.fixture
def monitor(nep, eigen_var, accounts):
    """Waits that can be counted by hand."""
    return nep


@pytest.mark.parametrize(("breed", "thema"), [(320, "dark"), (1280, "light")])
def test_de_bladzijde_past_en_doorstaat_axe(breed, thema, venster, monitor, keur):
    page = venster(breed=breed, thema=thema)
    log_in(page, "Contractmanager", naar="/wachten/")
    for lade in page.locator("details").all():
        lade.evaluate("lade => lade.open = true")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= breed
    keur(page)


def test_zonder_javascript_van_keuze_tot_bon(venster, monitor):
    page = venster(javascript=False)
    log_in(page, "Contractmanager", naar="/wachten/")
    page.get_by_label("Termijn", exact=True).select_option("OP274")
    page.get_by_label("Begonnen in").select_option("2023-04")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("In april 2023 kregen 0 van de 2")
    page.get_by_text("Waarom die dag?").first.click()
    expect(page.get_by_text("vr 7 april 2023: Goede Vrijdag")).to_be_visible()
