"""Een tabel aanleveren in een echte browser: smal en breed, licht en donker, ook zonder JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.berichten.uittreksel import tabellen as t
from tests.journeys.conftest import log_in

GOED = t.tabel("toewijzingen", t.RIJEN["toewijzingen"], t.met("toewijzingen", Einddatum="mei"))


@pytest.fixture
def monitor(nep, eigen_var, accounts):
    """A monitor with the tables it needs to be opened."""
    return nep


def _lever(page) -> None:
    page.goto("/leveringen/nieuw/")
    page.get_by_label("Bestanden").set_input_files(
        {"name": "toewijzingen.csv", "mimeType": "text/csv", "buffer": GOED.encode()}
    )
    page.get_by_role("button", name="Lever aan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lees een uittreksel in")


@pytest.mark.parametrize(("breed", "thema"), [(320, "dark"), (1280, "light")])
def test_het_voorbeeld_past_en_doorstaat_axe(breed, thema, venster, monitor, keur, tmp_path):
    page = venster(breed=breed, thema=thema)
    log_in(page, "Contractmanager", naar="/uitleg/")
    _lever(page)

    assert page.locator("html").evaluate("e => e.scrollWidth") <= breed
    keur(page)


def test_zonder_javascript_van_tabel_tot_inzending(venster, monitor):
    page = venster(javascript=False)
    log_in(page, "Contractmanager", naar="/uitleg/")
    _lever(page)
    page.get_by_label("Begin met").select_option("toewijzingen")
    page.get_by_role("button", name="Bekijk", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Eén rij is goed.")
    page.get_by_role("button", name="Neem de goede rijen in").click()
    expect(page).to_have_url(re.compile("/leveringen/onderweg/"))
