"""Every page: by keyboard, at 320 pixels, in light and dark, without JavaScript, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import log_in

PAGINAS = (
    "/", "/?gebied=gemeente-0228&jaar=2022&deel=05&vergelijk=gelderland", "/waarden/V2a/",
    "/waarden/V6c/", "/waarden/V3/?per=gemeente", "/waarden/V2a/regels/?gebied=regio-CG",
    "/volledigheid/", "/leveringen/", "/leveringen/nieuw/", "/bladen/", "/uitleg/", "/account/",
    "/account/meldingen/",
    "/controleren/", "/bevindingen/", "/bevindingen/?afzender=0228&van=2022-01",
    "/bestaat-niet/",
)  # fmt: skip


@pytest.fixture
def monitor(nep, eigen_var, accounts):
    """Figures that can be checked by hand, and no sheets."""
    return nep


@pytest.mark.parametrize(("breed", "thema"), [(320, "dark"), (1280, "light")])
def test_elke_pagina_past_en_doorstaat_axe(breed, thema, venster, monitor, keur):
    page = venster(breed=breed, thema=thema)
    page.goto("/inloggen/")
    keur(page)
    log_in(page, "Contractmanager", naar="/uitleg/")
    for pad in PAGINAS:
        page.goto(pad)
        assert page.locator("html").evaluate("e => e.scrollWidth") <= breed, pad
        keur(page)


def test_zonder_javascript_werkt_alles(venster, monitor):
    page = venster(javascript=False)
    log_in(page, "Contractmanager")
    page.get_by_label("Gebied").select_option("Ede")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Ede")
    page.get_by_text("Dezelfde kaart als tabel").click()
    page.get_by_role("link", name="Aalten", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Aalten")
    page.get_by_role("button", name="Donker").click()
    expect(page.locator("html")).to_have_attribute("data-thema", "donker")
    expect(page.get_by_role("heading", level=1)).to_contain_text("in Aalten")


def test_met_het_toetsenbord_van_inloggen_tot_een_waarde(venster, monitor):
    page = venster()
    page.goto("/inloggen/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("button.rol").first).to_be_focused()
    tab_naar(page, page.get_by_role("button", name="Contractmanager"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eind 2023")
    tab_naar(page, page.get_by_role("link", name="Doorlooptijd", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Doorlooptijd")


def tab_naar(page, doel) -> None:
    for _keer in range(60):
        page.keyboard.press("Tab")
        if doel.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError("met Tab niet te bereiken")


def test_de_focus_is_op_elke_plek_te_zien(venster, monitor):
    page = venster()
    log_in(page, "Contractmanager")
    plekken = list(alle_plekken(page))
    assert len(plekken) > 30
    assert [html for html, omlijnd in plekken if not omlijnd] == []


def alle_plekken(page):
    """Everything Tab reaches, once round: past the last place the focus leaves for the browser."""
    for _keer in range(300):
        page.keyboard.press("Tab")
        plek = page.evaluate(
            """() => { const e = document.activeElement;
            if (e === document.body) return null;
            const plekken = [e, e.closest('.waardekaart')].filter(Boolean);
            return [e.outerHTML, plekken.some(p => getComputedStyle(p).outlineStyle !== 'none'
                && parseFloat(getComputedStyle(p).outlineWidth) >= 2)] }"""
        )
        if plek is None:
            return
        yield plek
    raise AssertionError("de focus komt niet rond")


def test_wat_u_aanraakt_is_groot_genoeg(venster, monitor):
    page = venster(breed=320)
    log_in(page, "Contractmanager")
    klein = page.evaluate(
        """() => [...document.querySelectorAll('main button, main select, main input:not([type=hidden]), .kop a, .tegel')]
        .map(e => [e.getBoundingClientRect(), e.outerHTML])
        .filter(([r]) => r.width > 0 && (r.width < 24 || r.height < 24)).map(([, html]) => html)"""
    )
    assert klein == []


def test_op_papier_staat_geen_navigatie(venster, monitor):
    page = venster()
    log_in(page, "Contractmanager")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Hoofdnavigatie")).to_be_hidden()
    expect(page.get_by_role("button", name="Toon", exact=True)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Laatste levering")).to_be_visible()


def test_twee_keer_zo_grote_letters_verliezen_niets(venster, monitor):
    page = venster(breed=640)
    log_in(page, "Contractmanager")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 640
