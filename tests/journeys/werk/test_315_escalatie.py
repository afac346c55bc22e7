"""315 to bestuurlijke escalatie: nobody finds help, and the team leader decides."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.werk import lopen
from tests.journeys.werk.verhaal import druk, vul


def test_zonder_oplossing_beslissen_de_bestuurders(arnhem, verhaal):
    casus = arnhem.casus_van("315", opties=frozenset({"lt_eerst"}))
    arnhem.spreek(casus)
    arnhem.spreek(casus, "contact_aanbieder")
    lopen.bepaal(arnhem, casus)
    lopen.verstuur(arnhem, casus)
    lopen.weiger(arnhem, casus)
    joris, tineke = arnhem.wie["jeugdbeschermer"], arnhem.wie["teamleider"]
    eva, rik = arnhem.wie["expertteam"], arnhem.wie["regionaal_contactpersoon"]
    v = verhaal(
        "315-escalatie",
        "De 315-route, tot aan de bestuurders",
        "Het gesprek, de bepaling en de afwijzing zijn geweest. Ook het expertteam vindt niemand. Dan "
        "belt de teamleider de regionale contactpersoon. In dit verhaal helpt geen enkele stap meer.",
    )

    v.stap(
        "Het expertteam vindt geen oplossing",
        "Eva Meijer plant de bespreking, schrijft het verslag en het grootste knelpunt op, en rondt de "
        "stap af.",
    )
    page = v.als(eva, arnhem.stap(casus, "expertteam").get_absolute_url())
    page.get_by_label("Bespreking in het expertteam", exact=True).check()
    vul(page, {"Op welke dag?": arnhem.op.isoformat()})
    druk(page, "Plan")
    v.zie(page)
    vul(
        page,
        {
            "Wie zaten aan tafel?": "Jeugdbeschermer, aanbieder, gemeente.",
            "Wat was het grootste knelpunt?": "Wachttijd of tekort aan plekken",
            "Verslag": "Geen aanbieder heeft plek binnen een half jaar.",
        },
    )
    druk(page, "Leg het verslag vast")
    page.get_by_label("Geen oplossing", exact=True).check()
    v.zie(page, "Het verslag, en de uitkomst: geen oplossing")
    druk(page, "Rond de stap af")

    v.stap(
        "Joris meldt het zijn teamleider",
        "Joris Bakker ziet op de casus dat er nog geen hulp is. Met één druk meldt hij het. Vanaf die "
        "dag loopt de week.",
    )
    page = v.als(joris, casus.get_absolute_url())
    v.zie(page, "Joris kan het melden")
    druk(page, "Meld dit aan de teamleider")
    expect(page.get_by_role("status")).to_contain_text("De teamleider is op de hoogte.")
    v.zie(page)

    v.stap(
        "De teamleider belt de regionale contactpersoon",
        "Tineke Mulder belt Rik Jansen meteen. Zij zoeken de reden, en schrijven op wat zij besluiten.",
    )
    page = v.als(tineke, "/werk/")
    page.get_by_role("link", name="Opschalen naar de regionale contactpersoon").click()
    v.zie(page, "De stap van Tineke, met de termijn van een week")
    vul(
        page,
        {
            "Wanneer belde u de regionale contactpersoon?": arnhem.op.isoformat(),
            "Wanneer heeft u elkaar gesproken?": arnhem.op.isoformat(),
            "Waardoor kwam er geen hulp?": "Wachttijden",
            "Wat heeft u besloten?": "Geen enkele stap helpt meer. Wij vragen de bestuurders.",
        },
    )
    druk(page, "Leg vast")
    expect(page.get_by_role("status")).to_contain_text("Vastgelegd.")

    v.stap(
        "Ook de regionale contactpersoon ziet het besluit",
        "Rik leest wat is besloten. Van het gezin ziet hij geen namen.",
    )
    stap = arnhem.stap(casus, "opschalen").get_absolute_url()
    bij_rik = v.als(rik, stap)
    expect(bij_rik.get_by_role("main")).not_to_contain_text("Fenna")
    v.zie(bij_rik)

    v.stap(
        "Bestuurlijk escaleren",
        "Dit is een hoge uitzondering. Tineke schrijft op waarom niets anders meer helpt, en bevestigt "
        "dat zij dit besluit neemt.",
    )
    page.get_by_text("Bestuurlijk escaleren", exact=True).first.click()
    vul(
        page,
        {
            "Waarom helpt geen enkele andere stap meer?": "Elke aanbieder en het expertteam zeiden nee.",
            "Ik besluit om deze zaak bestuurlijk te escaleren": True,
        },
    )
    v.zie(page, "Waarom, en dat dit zo is bedoeld")
    druk(page, "Escaleer bestuurlijk")
    expect(page.get_by_role("status")).to_contain_text("bestuurlijk geëscaleerd")
    expect(page.get_by_text("Bestuurlijk geëscaleerd").first).to_be_visible()
    v.zie(page, "De route is geëindigd")
    v.einde()
