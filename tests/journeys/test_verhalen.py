"""Whole stories, as the people in them would go."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from paraplu.dashboard import actions
from paraplu.dashboard.models import Inzending
from tests.inname.post import bericht, kapot, maak_zip
from tests.journeys.conftest import log_in


def test_een_contractmanager_zoekt_uit_waarom_de_instroom_verandert(venster, accounts, nep, keur):
    page = venster()
    page.goto("/")
    keur(page)
    page.get_by_role("button", name="Contractmanager").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eind 2023 liepen in Gelderland")
    keur(page)

    page.get_by_label("Gebied").select_option("Centraal Gelderland")
    page.get_by_label("Jaar", exact=True).select_option("2022")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Centraal Gelderland")
    assert "gebied=regio-CG" in page.url
    keur(page)

    page.get_by_role("link", name="Instroom", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Instroom")
    page.get_by_role("link", name="Gemeente", exact=True).click()
    expect(page.get_by_role("link", name="Arnhem")).to_be_visible()
    keur(page)

    page.get_by_role("link", name="Bekijk de regels achter dit getal").click()
    expect(page.get_by_role("cell", name="aB3dE6gH9jK2")).to_be_visible()
    keur(page)
    page.get_by_role("link", name="Uw account").click()
    expect(page.get_by_role("cell", name=re.compile("V2a 2022 regio-CG"))).to_be_visible()
    keur(page)


@pytest.mark.traag
def test_een_backoffice_levert_aan_en_leest_wat_er_fout_was(
    venster, accounts, eigen_var, keur, tmp_path
):
    post = tmp_path / "post.zip"
    fout = next(k for z in range(50) if (k := kapot(b := bericht("JW301", z))) != b)
    post.write_bytes(maak_zip({"goed.xml": bericht("JW323", 1), "fout.xml": fout}))
    page = venster()
    log_in(page, "Backoffice gemeente")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Er zijn nog geen berichten")
    keur(page)

    page.get_by_role("link", name="Naar een nieuwe levering").click()
    keur(page)
    page.get_by_label("Bestanden").set_input_files(post)
    page.get_by_role("button", name="Lever aan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wachten op hun beurt")
    # The page looks again by itself, which can be switched off on it.
    keur(page, zonder=("meta-refresh",))
    page.get_by_role("link", name="Kijk niet meer vanzelf").click()
    keur(page)
    page.get_by_role("link", name="Kijk weer vanzelf").click()

    actions.run_inzending(Inzending.objects.get().pk)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Levering van")
    expect(page.get_by_role("cell", name="fout.xml").first).to_be_visible()
    expect(page.get_by_text("geweigerd", exact=True).first).to_be_visible()
    keur(page)

    page.get_by_role("link", name="Leveringen").first.click()
    expect(page.get_by_role("table")).to_contain_text("Ede")
    keur(page)


@pytest.mark.parametrize(
    ("breed", "thema", "javascript"),
    [(1280, "light", True), (320, "dark", True), (320, "light", False)],
)
def test_een_aanbieder_controleert_voor_hij_levert(
    breed, thema, javascript, venster, accounts, nep, eigen_var, keur, tmp_path
):
    heel = bericht("JW301", 1, release="2.3")
    (tmp_path / "goed.xml").write_bytes(heel)
    (tmp_path / "fout.xml").write_bytes(b"<Bericht/>")
    page = venster(breed=breed, thema=thema, javascript=javascript)
    log_in(page, "Jeugdhulpaanbieder", naar="/leveringen/")
    page.get_by_role("link", name="Controleer ze eerst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Controleer berichten")
    page.get_by_label("Bestanden").set_input_files([tmp_path / "goed.xml", tmp_path / "fout.xml"])
    page.get_by_role("button", name="Controleer", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Van 2 bestanden: 1 geweigerd")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= breed
    if javascript:
        keur(page)

    page.get_by_label("Bestanden").set_input_files(tmp_path / "fout.xml")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als pagina").click()
    verslag = tmp_path / "verslag.html"
    download.value.save_as(verslag)
    page.goto(verslag.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit bestand wordt geweigerd")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= breed
    if javascript:
        keur(page)


def test_een_contractmanager_zoekt_wie_steeds_dezelfde_fout_maakt(venster, accounts, nep, keur):
    page = venster()
    log_in(page, "Contractmanager", naar="/leveringen/")
    page.get_by_role("link", name="Bevindingen per afzender en per maand").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("een bevinding: 3,3 %")
    page.get_by_role("link", name="CS002").click()
    expect(page.get_by_label("Regel", exact=True)).to_have_value("CS002")
    page.get_by_role("link", name="Pluryn").click()
    expect(page.get_by_label("Afzender", exact=True)).to_have_value("90000101")
    expect(page.get_by_role("img", name="Aandeel berichten")).to_be_visible()
    page.get_by_text("De maanden als tabel", exact=True).click()
    expect(page.get_by_role("row", name="mrt 2023")).to_contain_text("2")
    keur(page)


def gedeeld(page) -> list[str]:
    """What a page says of Gelderland, up to where each reader's own area begins to show."""
    regels = page.inner_text("main").splitlines()
    grens = next(plek for plek, regel in enumerate(regels) if "Uw eigen gebied" in regel)
    assert grens > 100
    return regels[:grens]


def test_een_wethouder_deelt_een_adres_en_een_ander_ziet_hetzelfde(venster, accounts, nep):
    page = venster()
    log_in(page, "Wethouder")
    page.get_by_label("Vergelijk met").select_option("Heel Gelderland")
    page.get_by_label("Deel van het jaar").select_option("kwartaal 2")
    page.get_by_role("button", name="Toon", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eind kwartaal 2 van 2023")
    ander = venster()
    log_in(ander, "Jeugdhulpaanbieder", naar="/uitleg/")
    ander.goto(page.url)
    # Both may ask the same of Gelderland; only one's own area is each one's own.
    assert gedeeld(ander) == gedeeld(page)


def test_een_technisch_beheerder_ziet_de_stand_van_het_werk(venster, accounts, nep, keur):
    page = venster()
    log_in(page, "Technisch beheerder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Leveringen")
    keur(page)
    page.goto("/waarden/V1/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is niet voor uw rol")
    keur(page)


def test_een_contractmanager_brengt_een_blad_met_een_fout_en_verbetert_het(
    venster, accounts, eigen_var, keur, tmp_path
):
    blad = tmp_path / "plafonds.csv"
    blad.write_text("aanbieder;jaar;bedrag\n90000101;2023;veel\n")
    page = venster()
    log_in(page, "Contractmanager", naar="/bladen/")
    for _poging in range(2):
        page.get_by_label("Soort blad").select_option("budgetplafonds")
        page.get_by_label("Bestand", exact=True).set_input_files(blad)
        page.get_by_role("button", name="Breng in").click()
        keur(page)
        if blad.read_text().endswith("veel\n"):
            expect(page.get_by_role("alert")).to_contain_text("regel 2, kolom bedrag")
            blad.write_text("aanbieder;jaar;bedrag\n90000101;2023;1000\n")
    expect(page.get_by_role("status")).to_contain_text("Het blad is ingebracht: 1 rijen.")
