"""Someone chooses the digest and takes the terms along in an agenda, on a telephone in the dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import log_in


@pytest.mark.parametrize(("breed", "thema"), [(320, "dark"), (1280, "light")])
def test_mail_kiezen_en_een_agendalink_maken(breed, thema, venster, nep, eigen_var, accounts, keur):
    page = venster(breed=breed, thema=thema, javascript=True)
    log_in(page, "Teamleider", naar="/account/meldingen/")
    keur(page)
    page.get_by_label("Elke werkdag").check()
    page.get_by_role("button", name="Bewaar uw keuze").click()
    expect(page.get_by_role("status")).to_contain_text("Uw keuze is bewaard.")
    expect(page.get_by_label("Elke werkdag")).to_be_checked()
    page.get_by_role("button", name="Maak een link").click()
    expect(page.get_by_label("Link voor uw agenda")).to_have_value(re.compile("/agenda/"))
    keur(page)
    assert page.locator("html").evaluate("e => e.scrollWidth") <= breed
    page.get_by_role("button", name="Trek de link in").click()
    expect(page.get_by_text("U hebt nu geen link.")).to_be_visible()
