"""Break-glass, its review, and who looked."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.casussen.bouwen import Soort, make_organisatie
from tests.journeys.werk.verhaal import druk, vul


def test_noodtoegang_wordt_gezien_en_beoordeeld(ede, verhaal):
    casus = ede.casus_van("301")
    ander = make_organisatie("GI-2", Soort.GI, code="90000002", naam="Jeugdbescherming De Haven")
    nora = ede.ander("jeugdbeschermer", ander, "Nora Willems")
    joris, tineke = ede.wie["jeugdbeschermer"], ede.wie["teamleider"]
    v = verhaal(
        "noodtoegang",
        "Een kind kan niet wachten",
        "Het is avond. Nora Willems heeft dienst bij een andere organisatie en krijgt een telefoontje "
        "over een kind dat niet van haar is. Zij moet nu weten wat er speelt. Dat kan, maar nooit "
        "ongemerkt.",
    )

    v.stap(
        "De casus is niet van Nora",
        "Nora kent het nummer van de casus. Opent zij die gewoon, dan zegt Paraplu dat er niets is.",
    )
    page = v.als(nora, "/werk/")
    assert page.goto(casus.get_absolute_url()).status == 404
    v.zie(page)

    v.stap(
        "Nora vraagt noodtoegang",
        "Zij vult het nummer in en schrijft in een hele zin waarom het nu moet.",
    )
    page.goto("/werk/")
    page.get_by_role("link", name="Noodtoegang", exact=True).click()
    vul(page, {"Nummer van de casus": casus.nummer, "Waarom moet u nu kijken?": "Nu"})
    druk(page, "Open de casus")
    expect(page.get_by_role("alert")).to_contain_text("Schrijf in een hele zin op waarom.")
    v.zie(page, "Eén woord is geen reden")
    vul(page, {"Waarom moet u nu kijken?": "Het kind staat op straat en de politie belt mij."})
    druk(page, "Open de casus")

    v.stap(
        "Nora ziet de casus, drie uur lang",
        "Bovenaan staat dat zij met noodtoegang kijkt. Zij kan lezen, niets veranderen.",
    )
    expect(page.get_by_text("U kijkt hier met noodtoegang.")).to_be_visible()
    v.zie(page, "De casus, met de melding dat dit noodtoegang is")
    page.get_by_role("link", name="Overleg met het lokale team").first.click()
    expect(page.get_by_text("Deze stap is niet aan u.")).to_be_visible()
    v.zie(page)

    v.stap(
        "De houder ziet wie er keek",
        "Joris Bakker houdt deze casus. Bij het gezin leest hij wie er keek, wanneer en waarvoor.",
    )
    page = v.als(joris, f"/werk/gezin/{casus.gezin_id}/")
    page.get_by_role("link", name="Wie keek er?").click()
    expect(page.get_by_role("row").filter(has_text="noodtoegang openen")).to_contain_text(
        "Nora Willems"
    )
    v.zie(page, "Wie keek er? Nora, met noodtoegang")

    v.stap(
        "De teamleider beoordeelt het",
        "Tineke Mulder is de teamleider van Joris. Zij ziet dat er noodtoegang was, leest waarom en "
        "zegt of het terecht was. Wie zelf keek, kan dat niet beoordelen.",
    )
    page = v.als(tineke, "/werk/")
    page.get_by_role("link", name="Noodtoegang nazien").click()
    v.zie(page)
    page.get_by_role("link", name=f"Casus {casus.nummer}").click()
    expect(page.get_by_text("Het kind staat op straat en de politie belt mij.")).to_be_visible()
    v.zie(page, "De reden van Nora, en de vraag aan Tineke")
    vul(page, {"Waarom?": "Het kind was in gevaar. Dit was nodig."})
    page.get_by_label("Ja", exact=True).check()
    druk(page, "Bewaar uw oordeel")
    expect(page.get_by_text("terecht", exact=True)).to_be_visible()
    v.zie(page, "Het oordeel staat erbij")
    v.einde()
