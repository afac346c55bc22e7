"""315 in Centraal Gelderland: the lokaal team first, then the provider; RET, BOEG, breakthrough."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.werk import lopen
from tests.journeys.werk.antwoorden import GESPREK
from tests.journeys.werk.mensen import AANBIEDER
from tests.journeys.werk.verhaal import druk, vul

BIJ_AANBIEDER = {
    **GESPREK,
    "Wie sprak u?": "Zara Smit, aanmelder",
    "Welke aanbieder sprak u?": AANBIEDER,
}
VERSLAG = {
    "Wie zaten aan tafel?": "Jeugdbeschermer, aanbieder, gemeente.",
    "Wat was het grootste knelpunt?": "Wachttijd of tekort aan plekken",
    "Verslag": "Er is plek als twee mensen samen beginnen.",
}


def test_een_doorbraak_met_het_expertteam_en_het_boeg(arnhem, verhaal):
    casus = arnhem.casus_van("315", opties=frozenset({"lt_eerst"}))
    arnhem.koop_in()
    joris, eva = arnhem.wie["jeugdbeschermer"], arnhem.wie["expertteam"]
    zara, bas = arnhem.wie["zorgaanbieder"], arnhem.wie["backoffice"]
    v = verhaal(
        "315-doorbraak",
        "De 315-route, met een doorbraak",
        "In Centraal Gelderland geldt de 315-route: de aanbieder vraagt de toewijzing aan. Deze regio "
        "koos ervoor dat het overleg met het lokale team altijd eerst komt. In dit verhaal is er geen plek, "
        "tot het expertteam een doorbraak vindt.",
    )

    v.stap(
        "Eerst het lokale team",
        "Joris Bakker ziet één open stap: het overleg met het lokale team. De stap voor de aanbieder "
        "opent pas daarna.",
    )
    page = v.als(joris, casus.get_absolute_url())
    expect(page.get_by_role("region", name="Nu aan de beurt").get_by_role("link")).to_have_count(1)
    v.zie(page, "Eén open stap: het lokale team gaat voor")
    page.goto(arnhem.stap(casus, "contact_lokaal_team").get_absolute_url())
    vul(page.get_by_role("region", name="Het gesprek"), GESPREK)
    druk(page, "Leg vast en rond de stap af")

    v.stap("Dan de aanbieder", "Nu belt Joris de aanbieder van voorkeur, en legt het gesprek vast.")
    page.goto(arnhem.stap(casus, "contact_aanbieder").get_absolute_url())
    v.zie(page, "Het gesprek met de aanbieder")
    vul(page.get_by_role("region", name="Het gesprek"), BIJ_AANBIEDER)
    druk(page, "Leg vast en rond de stap af")
    lopen.bepaal(arnhem, casus)

    v.stap(
        "Joris verstuurt alles in één keer",
        "De bepaling en het formulier zijn vastgesteld. In deze route krijgen het lokale team en de "
        "aanbieder allebei de bepaling en het formulier.",
    )
    page.goto(arnhem.stap(casus, "versturen_aanbieder").get_absolute_url())
    v.zie(page, "Beide krijgen hetzelfde, tegelijk")
    page.get_by_label("Ik heb gezien wie wat krijgt, en het klopt").check()
    druk(page, "Verstuur en rond de stap af")

    v.stap(
        "De aanbieder kan niet op tijd",
        "Zara Smit wijst af. Joris en Zara gaan samen naar het expertteam.",
    )
    page = v.als(zara, arnhem.stap(casus, "reactie_aanbieder").get_absolute_url())
    v.zie(page)
    lopen.weiger(arnhem, casus)

    v.stap(
        "Het expertteam plant een bespreking",
        "Eva Meijer leidt het expertteam. Op haar agenda staat de casus, met de twee weken die er zijn.",
    )
    page = v.als(eva, "/werk/expertteam/")
    v.zie(page, "De agenda van het expertteam")
    page.goto(arnhem.stap(casus, "expertteam").get_absolute_url())
    v.zie(page)
    page.get_by_label("Bespreking in het expertteam", exact=True).check()
    vul(page, {"Op welke dag?": arnhem.op.isoformat()})
    druk(page, "Plan")
    expect(page.get_by_role("status")).to_contain_text("Gepland.")

    v.stap(
        "Het expertteam vraagt het BOEG",
        "Er is kennis nodig van buiten de regio. Eva vraagt het BOEG en schrijft het antwoord op.",
    )
    page.get_by_text("Het BOEG om hulp vragen").click()
    vul(page, {"Wat vraagt u het BOEG: kennis of procesregie?": "Wie kent deze mix van hulp?"})
    druk(page, "Vraag het BOEG")
    page.get_by_text("Het antwoord van het BOEG").click()
    vul(page, {"Wat antwoordde het BOEG?": "Begin klein, met twee mensen die het kind kent."})
    druk(page, "Leg het antwoord vast")
    v.zie(page, "De vraag aan het BOEG, en het antwoord")

    v.stap(
        "De doorbraak",
        "In het verslag staat wie aan tafel zat en welke aanbieder helpt bij de doorbraak. Het expertteam "
        "bespreekt het daarna opnieuw, met een nieuwe termijn.",
    )
    vul(page, VERSLAG)
    vul(page, {"Welke aanbieder helpt de jeugdbeschermer bij een doorbraak?": AANBIEDER})
    druk(page, "Leg het verslag vast")
    v.zie(page, "Het verslag van de bespreking")
    page.get_by_label("Eén aanbieder helpt bij een doorbraak", exact=False).check()
    druk(page, "Rond de stap af")

    v.stap(
        "Er is een oplossing",
        "Bij de tweede bespreking is er een oplossing. De stukken gaan naar de aanbieder.",
    )
    page.goto(arnhem.stap(casus, "expertteam").get_absolute_url())
    page.get_by_label("Bespreking in het expertteam", exact=True).check()
    vul(page, {"Op welke dag?": arnhem.op.isoformat()})
    druk(page, "Plan")
    vul(page, VERSLAG)
    druk(page, "Leg het verslag vast")
    vul(page, {"Welke aanbieder gaat deze hulp geven?": AANBIEDER})
    druk(page, "Er is een oplossing met deze aanbieder")
    expect(page.get_by_role("status")).to_contain_text("Er is een oplossing.")
    v.zie(page)

    v.stap(
        "De aanbieder vraagt de toewijzing aan",
        "Zara kiest de code en stuurt het verzoek (315). Bas Visser van de gemeente antwoordt met de "
        "toewijzing (301).",
    )
    page = v.als(zara, arnhem.stap(casus, "verzoek_toewijzing").get_absolute_url())
    v.zie(page, "Het verzoek om toewijzing")
    page.get_by_label("Product uit de iJW-lijst").select_option(index=1)
    druk(page, "Stuur het verzoek (315)")
    expect(page.get_by_role("status")).to_contain_text("Het verzoek (315) staat klaar")
    page = v.als(bas, arnhem.stap(casus, "toewijzen").get_absolute_url())
    v.zie(page, "Bas ziet wat de aanbieder vraagt")
    druk(page, "Stuur de toewijzing (301)")

    v.stap("De hulp begint", "Zara stuurt het startbericht. De casus is klaar.")
    page = v.als(zara, arnhem.stap(casus, "start_hulp").get_absolute_url())
    vul(page, {"Op welke dag begon de hulp?": arnhem.op.isoformat()})
    druk(page, "Stuur het startbericht (305)")
    page = v.als(joris, casus.get_absolute_url())
    expect(page.get_by_text("De hulp is begonnen").first).to_be_visible()
    v.zie(page)
    v.einde()
