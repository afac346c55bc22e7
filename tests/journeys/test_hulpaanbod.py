"""A jeugdbeschermer looks for help, a provider says what is free: by eye, narrow and wide (R90, R119)."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from paraplu.netwerk.aanbod.seed import DemoAanbieder, make_demo_aanbod
from paraplu.netwerk.models import Organisatie, Soort
from tests.journeys.conftest import log_in
from tests.netwerk.aanbod_bouwen import LANG_GELEDEN, maak_aanbieder, maak_meting

PAGINAS = ("/hulpaanbod/", "/hulpaanbod/eigen/", "/hulpaanbod/eigen/nieuw/", "/hulpaanbod/inlezen/",
           "/hulpaanbod/wachttijd/", "/hulpaanbod/wachtlijsten/")  # fmt: skip


@pytest.fixture
def aanbod(nep, eigen_var, accounts):
    """An invented catalogue for Ede, and measured waiting times of two providers."""
    for gemeente in ("0228", "0202"):
        Organisatie.objects.create(
            sleutel=f"LT-{gemeente}", soort=Soort.LOKAAL_TEAM, naam=f"Lokaal team {gemeente}",
            regio="FV", gemeente=gemeente, vanaf=LANG_GELEDEN,
        )  # fmt: skip
    Organisatie.objects.create(
        sleutel="NET-FV", soort=Soort.NETWERK, naam="Netwerk FoodValley", regio="FV",
        vanaf=LANG_GELEDEN,
    )  # fmt: skip
    aanbieders = [
        maak_aanbieder(naam, code=f"9000010{nummer}")
        for nummer, naam in enumerate(("Pluryn", "Beuk", "Kers", "Linde"), start=1)
    ]
    for aanbieder in aanbieders[:2]:
        maak_meting(aanbieder)
    maak_meting(
        aanbieders[0], tussentaal=7, mediaan=120, vrijgegeven_vanaf=localdate() + timedelta(days=9)
    )
    wat = [DemoAanbieder(aanbieder, ("FV",), (1, 2, 7)) for aanbieder in aanbieders]
    return make_demo_aanbod(wat, localdate(), Random(3))


@pytest.mark.parametrize(("breed", "thema"), [(320, "dark"), (1280, "light")])
def test_elke_pagina_over_hulpaanbod_past_en_doorstaat_axe(breed, thema, venster, aanbod, keur):
    page = venster(breed=breed, thema=thema)
    log_in(page, "Jeugdhulpaanbieder", naar="/hulpaanbod/")

    def bekijk(waar: str) -> None:
        assert page.locator("html").evaluate("e => e.scrollWidth") <= breed, waar
        keur(page)

    for pad in PAGINAS:
        page.goto(pad)
        bekijk(pad)
    page.goto("/hulpaanbod/")
    page.get_by_label("Gemeente van het kind").select_option("Ede")
    page.get_by_label("Zorgvorm").select_option("Verblijf middel")
    page.get_by_label("Leeftijd in jaren").fill("12")
    page.get_by_role("button", name="Zoek", exact=True).click()
    bekijk("antwoord")
    page.get_by_role("link", name="(demo)").first.click()
    bekijk("voorziening")


def test_zonder_javascript_zoekt_men_en_geeft_men_op_wat_vrij_is(venster, aanbod):
    page = venster(javascript=False)
    log_in(page, "Jeugdhulpaanbieder", naar="/hulpaanbod/")
    page.get_by_label("Gemeente van het kind").select_option("Ede")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("voorzieningen passen.")
    page.goto("/hulpaanbod/eigen/")
    eerste = page.get_by_role("listitem").filter(has=page.get_by_text("Bewaar")).first
    eerste.locator("summary").click()
    eerste.get_by_label("Is er plek?").select_option("Ja, er is plek")
    eerste.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("status")).to_contain_text("Uw opgave is bewaard.")
