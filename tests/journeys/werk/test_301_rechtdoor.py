"""The 301-aanmeldroute straight through, from the family until the messages are in the monitor."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now
from playwright.sync_api import expect

from paraplu.aanmelden.berichtenpost.ronde import doe_ronde
from paraplu.casussen.models import Casus
from tests.journeys.werk.antwoorden import GESPREK, bepaling, formulier
from tests.journeys.werk.mensen import BSN
from tests.journeys.werk.verhaal import druk, vul

KIND = {
    "Wie is dit in het gezin?": "Kind",
    "Voornamen": "Fenna",
    "Achternaam": "Verzonnen",
    "Geboortedatum": "2014-03-02",
    "Geslacht": "Vrouw",
    "Adres": "Kerklaan 12, 6711 AB Ede",
    "Burgerservicenummer": BSN,
}
OUDER = {
    "Wie is dit in het gezin?": "Ouder",
    "Voornamen": "Noor",
    "Achternaam": "Verzonnen",
    "Heeft gezag": True,
    "Telefoon": "0612345678",
}


def test_de_301_route_loopt_rechtdoor_tot_in_de_monitor(ede_met_monitor, verhaal):
    ede = ede_met_monitor
    ede.koop_in()
    joris, bas, zara = (ede.wie[rol] for rol in ("jeugdbeschermer", "backoffice", "zorgaanbieder"))
    lotte = ede.wie["lokaal_team"]
    v = verhaal(
        "301-rechtdoor",
        "De 301-route, rechtdoor",
        "In Ede geldt de 301-route: het lokale team en de backoffice van de gemeente sturen de "
        "toewijzing, en de aanbieder antwoordt daarop. In dit verhaal gaat alles in één keer goed.",
    )

    v.stap(
        "Joris maakt het gezin",
        "Joris Bakker is jeugdbeschermer. Hij kiest de gemeente en voegt het kind en de ouder toe. "
        "Het burgerservicenummer is nodig voor de berichten; daarna laat Paraplu het niet meer zien.",
    )
    page = v.als(joris, "/werk/gezinnen/")
    v.zie(page)
    page.get_by_role("link", name="Nieuw gezin").click()
    v.zie(page)
    vul(page, {"Gemeente die verantwoordelijk is": "Ede"})
    druk(page, "Verder")
    v.zie(page, "Een kind toevoegen")
    vul(page, KIND)
    druk(page, "Bewaar")
    page.get_by_role("link", name="Iemand toevoegen").click()
    vul(page, OUDER)
    druk(page, "Bewaar")
    expect(page.get_by_role("main")).not_to_contain_text(BSN)
    page.get_by_role("link", name="Maatregel toevoegen").click()
    v.zie(page)
    gisteren = (ede.op - timedelta(days=1)).isoformat()
    vul(page, {"Soort maatregel": "Ondertoezichtstelling", "Dag van de uitspraak": gisteren})
    vul(page, {"Begint op": ede.op.isoformat(), "Vaste jeugdbeschermer": "Joris Bakker"})
    druk(page, "Bewaar")
    v.zie(page, "Het gezin, met de maatregel van de rechter")

    v.stap(
        "Joris begint te zoeken naar hulp",
        "Paraplu kiest de route van de regio. De eerste stap staat meteen klaar.",
    )
    page.get_by_role("link", name="Hulp zoeken voor dit kind").click()
    v.zie(page)
    druk(page, "Begin de aanmelding")
    v.zie(page, "De nieuwe casus: waar zij is, en wat nu aan de beurt is")
    casus = Casus.objects.get()

    v.stap(
        "Joris belt het lokale team",
        "De stap noemt wie hij belt. Na het gesprek legt hij vast wat is besproken. Daarmee is de stap "
        "klaar.",
    )
    page.get_by_role("link", name="Overleg met het lokale team").first.click()
    v.zie(page, "Wie belt u, en als er geen gehoor is")
    vul(page.get_by_role("region", name="Het gesprek"), GESPREK)
    druk(page, "Leg vast en rond de stap af")

    v.stap(
        "Joris stelt de bepaling vast",
        "De bepaling zegt welke hulp, hoeveel, hoe lang, en bij welke aanbieder. Daarna volgt het ene "
        "aanmeldformulier. Deel 1 daarvan is zonder namen.",
    )
    page.goto(ede.stap(casus, "bepaling").get_absolute_url())
    v.zie(page, "De bepaling")
    vul(page, bepaling(ede.op))
    druk(page, "Stel de bepaling vast")
    expect(page.get_by_role("status")).to_contain_text("Vul nu het aanmeldformulier in.")
    v.zie(page, "Het aanmeldformulier: wat al bekend is, staat er al")
    vul(page, formulier(ede.op))
    druk(page, "Stel vast en rond de stap af")
    expect(page.get_by_role("status")).to_contain_text("klaar om te versturen")
    v.zie(page)

    v.stap(
        "Joris verstuurt de stukken",
        "Hij ziet wie wat krijgt. Het lokale team krijgt de bepaling en het formulier, de aanbieder "
        "alleen het formulier. Wat er is verstuurd, blijft te lezen.",
    )
    page.goto(ede.stap(casus, "versturen_lokaal_team").get_absolute_url())
    v.zie(page, "Wie krijgt wat")
    page.get_by_label("Ik heb gezien wie wat krijgt, en het klopt").check()
    druk(page, "Verstuur en rond de stap af")
    expect(page.get_by_role("status")).to_contain_text("Verstuurd.")
    page.goto(ede.stap(casus, "versturen_aanbieder").get_absolute_url())
    page.get_by_label("Ik heb gezien wie wat krijgt, en het klopt").check()
    druk(page, "Verstuur en rond de stap af")
    v.zie(page)
    page.get_by_role("region", name="Documenten").get_by_role("link").first.click()
    v.zie(page, "Een stuk, en aan wie het is verstuurd")

    v.stap(
        "Lokaal team en backoffice kiezen de code",
        "Lotte de Vries van het lokale team kiest het product dat bij de bepaling past en bewaart de "
        "codering. Bas Visser van de backoffice stuurt de toewijzing (301).",
    )
    toewijzen = ede.stap(casus, "toewijzen").get_absolute_url()
    page = v.als(lotte, toewijzen)
    v.zie(page)
    page.get_by_label("Product uit de iJW-lijst").select_option(index=1)
    druk(page, "Bewaar de codering")
    page = v.als(bas, toewijzen)
    v.zie(page, "Bas ziet de codering van Lotte, en stuurt de toewijzing")
    druk(page, "Stuur de toewijzing (301)")
    expect(page.get_by_role("status")).to_contain_text("De toewijzing (301) staat klaar")
    v.zie(page)

    v.stap(
        "De aanbieder zegt ja",
        "Zara Smit werkt bij Jeugdhulp De Linde. Zij ziet wat is toegewezen en antwoordt dat het kan.",
    )
    page = v.als(zara, "/werk/")
    v.zie(page)
    page.get_by_role("link", name="Antwoord van de aanbieder").click()
    v.zie(page, "De vraag aan de aanbieder")
    druk(page, "Ja, de hulp past en kan op tijd")

    v.stap(
        "De hulp begint",
        "Op de eerste dag stuurt Zara het startbericht (305). Daarmee is de route klaar.",
    )
    page.goto(ede.stap(casus, "start_hulp").get_absolute_url())
    v.zie(page)
    vul(page, {"Op welke dag begon de hulp?": ede.op.isoformat()})
    druk(page, "Stuur het startbericht (305)")
    expect(page.get_by_role("status")).to_contain_text("De hulp is begonnen.")
    page = v.als(joris, casus.get_absolute_url())
    expect(page.get_by_text("De hulp is begonnen").first).to_be_visible()
    v.zie(page, "De casus is afgesloten: de hulp is begonnen")

    v.stap(
        "De berichten gaan uit, en de monitor telt ze",
        "Elke minuut verstuurt Paraplu wat klaarstaat. Dezelfde berichten komen in de monitor, als een "
        "levering van vandaag.",
    )
    ronde = doe_ronde(nu=now())
    assert [bericht.soort for bericht in ronde.verzonden] == ["JW301", "JW305"]
    assert (ronde.geteld, ronde.fout) == (2, "")
    page = v.als(bas, "/leveringen/")
    expect(page.get_by_role("table")).to_contain_text("Paraplu: berichten van het werk")
    v.zie(page, "De leveringen: de berichten van het werk staan ertussen")
    v.einde()
