"""Who does what: whom to call, the directory and its upkeep, on a phone and on a screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.timezone import localdate
from playwright.sync_api import Page

from paraplu.netwerk import queries, seed
from paraplu.netwerk.actions import mensen, overleg
from tests.netwerk.bouwen import BEGIN, make_contact, make_medewerker
from tests.web.inrichting import Als

pytestmark = pytest.mark.traag
Venster = Callable[..., Page]
PAGINAS = (
    "/wie-doet-wat/?regio=FV", "/wie-doet-wat/bellen/?vraag=lokaal_team&gemeente=0228",
    "/wie-doet-wat/volledig/?regio=FV", "/wie-doet-wat/gemeenten/0228/",
    "/wie-doet-wat/bevestigen/", "/wie-doet-wat/contact/nieuw/", "/wie-doet-wat/inlezen/",
    "/regios/FV/", "/regios/FV/keuze/route/", "/regios/FV/subregios/nieuw/",
    "/organisaties/LT-0228/", "/afwezigheid/", "/overleg/", "/overleg/nieuw/", "/groepen/0228/",
)  # fmt: skip


@pytest.fixture
def eigenaar(transactional_db, lege_monitor, als: Als):
    """The keeper of FoodValley, with people, contacts, an absence, a group and a consultation."""
    seed.inrichten(BEGIN)
    wie = make_medewerker("backoffice", "GEM-0228", naam="Ed")
    lotte = make_medewerker("lokaal_team", "LT-0228", naam="Lotte de Vries")
    sam = make_medewerker("lokaal_team", "LT-0228", naam="Sam Bakker")
    make_contact(
        "lokaal_team", "LT-0228", medewerker=lotte, dagen="1234567", bevestigd_op=localdate()
    )
    make_contact("vervanger", "LT-0228", naam="Vera Smit", dagen="1234567", uren="9.00–17.00 uur")
    make_contact(
        "regionaal_contactpersoon", "REG-FV", naam="Rik Jansen", e_mail="rcp@foodvalley.example"
    )
    mensen.add_afwezigheid(
        medewerker=lotte, vervanger=sam, vanaf=BEGIN, reden="verlof", by=wie.gebruiker
    )
    groep = overleg.add_groep(gemeente="0228", deel="Noord", vanaf=BEGIN, by=wie.gebruiker)
    lokaal = queries.organisatie("LT-0228")
    overleg.add_lid(
        groep=groep, organisatie=lokaal, naam="Lotte de Vries", vanaf=BEGIN, by=wie.gebruiker
    )
    overleg.write_consultatie(
        velden={
            "dag": localdate(), "vrager": lokaal, "gevraagde": queries.organisatie("VT-GM"),
            "gemeente": "0228", "onderwerp": "veiligheid", "gezin": "G1", "advies": "Ga samen langs.",
        },
        by=wie.gebruiker,
    )  # fmt: skip
    return wie


def log_in_als(page: Page, gebruiker, live_server) -> None:
    """Come in through a session made here: the page has buttons for demo accounts only."""
    client = Client()
    client.force_login(gebruiker)
    koek = client.cookies["sessionid"]
    page.context.add_cookies([{"name": "sessionid", "value": koek.value, "url": live_server.url}])


@pytest.mark.parametrize(("breed", "thema"), [(320, "light"), (1280, "dark")])
def test_elke_pagina_is_toegankelijk_en_past(
    breed, thema, venster: Venster, keur, eigenaar, live_server
):
    page = venster(breed=breed, thema=thema)
    log_in_als(page, eigenaar.gebruiker, live_server)
    for pagina in PAGINAS:
        page.goto(pagina)
        keur(page)
        assert page.locator("html").evaluate("e => e.scrollWidth") <= breed, pagina


def test_op_een_telefoon_is_een_druk_genoeg_om_te_bellen(venster: Venster, eigenaar, live_server):
    page = venster(breed=320, javascript=False)
    log_in_als(page, eigenaar.gebruiker, live_server)
    page.goto("/wie-doet-wat/bellen/")
    page.get_by_label("Waarvoor", exact=True).select_option(label="Overleg met het lokale team")
    page.get_by_label("In", exact=True).select_option(label="Ede")
    page.get_by_role("button", name="Zoek").click()
    tekst = page.get_by_role("main").inner_text()
    assert "vervangt Lotte de Vries" in tekst or "Nu is er niemand" in tekst
    assert page.locator("a[href^='tel:']").count() >= 1
