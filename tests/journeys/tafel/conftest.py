"""One browser per person, and a page that is looked at wide and narrow."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from tests.journeys.werk.verhaal import Verhaal


@pytest.fixture
def v(venster, keur, live_server) -> Verhaal:
    """`v.als(wie, adres)` opens a page as somebody; `v.zie(page)` passes it through axe, twice."""
    return Verhaal("tafel", venster=venster, keur=keur, url=live_server.url)


@pytest.fixture
def stil(django_db_reset_sequences, eigen_var, lege_monitor) -> None:
    """A Paraplu with nothing in it."""


def vul_in(page: Page, velden: Mapping[str, object]) -> None:
    """Fill in a form by the names of its fields, as `tests.tafel.na.ingevuld` gives them."""
    for naam, waarde in velden.items():
        veld = page.locator(f"main [name='{naam}']")
        soort = veld.first.evaluate("veld => veld.type")
        if soort == "radio":
            page.locator(f"main [name='{naam}'][value='{waarde}']").check()
        elif soort == "checkbox":
            veld.set_checked(bool(waarde))
        elif soort == "select-one":
            veld.select_option(str(waarde))
        else:
            veld.fill(str(waarde))


def druk_op(page: Page, handeling: str) -> None:
    """Press the button of this act; the page that follows is there afterwards."""
    with page.expect_navigation():
        page.locator(f"main button[name=handeling][value='{handeling}']").first.click()
