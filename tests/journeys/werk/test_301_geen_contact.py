"""301 without contact, then a refusal, a network, and found."""

from __future__ import annotations

from playwright.sync_api import expect

from paraplu.aanmelden.actions import vervolg
from paraplu.netwerk.models import Organisatie, Soort
from tests.casussen.bouwen import make_organisatie
from tests.journeys.werk import lopen
from tests.journeys.werk.antwoorden import GESPREK
from tests.journeys.werk.verhaal import druk, vul

BEUK = "Jeugdhulp De Beuk"


def test_zonder_contact_en_na_een_afwijzing_komt_er_toch_hulp(ede, verhaal):
    casus = ede.casus_van("301")
    joris, rik = ede.wie["jeugdbeschermer"], ede.wie["regionaal_contactpersoon"]
    zara, bas = ede.wie["zorgaanbieder"], ede.wie["backoffice"]
    beuk = make_organisatie("ZA-2", Soort.AANBIEDER, code="90000102", naam=BEUK)
    wout = ede.ander("zorgaanbieder", beuk, "Wout Hendriks")
    netwerk = Organisatie.objects.get(sleutel="NET-FV")
    vervolg.set_lid(netwerk=netwerk, aanbieder=beuk, lid=True, on=ede.op)
    v = verhaal(
        "301-geen-contact",
        "De 301-route, met tegenslag",
        "Joris Bakker krijgt het lokale team van Ede niet te pakken. Later kan de aanbieder de hulp niet "
        "geven. Het verhaal laat zien wie dan helpt, en dat er niets blijft liggen.",
    )

    v.stap(
        "Joris legt vast dat hij belde",
        "Hij belt het lokale team en daarna een tweede medewerker. Niemand neemt op. Elke poging staat "
        "erbij; bij de eerste begint de termijn te lopen.",
    )
    page = v.als(joris, ede.stap(casus, "contact_lokaal_team").get_absolute_url())
    for met in ("Lokaal team, vaste contactpersoon", "Lokaal team, tweede medewerker"):
        page.get_by_text("Een poging om contact te krijgen vastleggen").click()
        lade = page.locator("details").filter(
            has_text="Een poging om contact te krijgen vastleggen"
        )
        vul(lade, {"Met wie zocht u contact?": met, "Hoe?": "Telefoon"})
        vul(lade, {"Kreeg u iemand te spreken?": "Nee"})
        druk(lade, "Leg de poging vast")
        expect(page.get_by_role("status")).to_contain_text("De poging is vastgelegd.")
    v.zie(page, "De pogingen, en hoeveel tijd er nog is")
    page.get_by_label("Geen contact gekregen, ook niet met een tweede medewerker").check()
    druk(page, "Rond de stap af")
    v.zie(page)

    v.stap(
        "De regionale contactpersoon verbindt beide",
        "Rik Jansen ziet wie wie zoekt. Van het gezin ziet hij niets. Hij zorgt dat zij elkaar spreken en "
        "rondt zijn stap af.",
    )
    page = v.als(rik, "/werk/")
    page.get_by_role("link", name="Contact leggen voor beide").click()
    expect(page.get_by_role("main")).not_to_contain_text("Fenna")
    v.zie(page, "De stap van Rik, zonder gegevens van het gezin")
    page.get_by_label("Het contact is gelegd", exact=True).check()
    druk(page, "Rond de stap af")

    v.stap(
        "Joris en het lokale team spreken elkaar",
        "De stap staat weer open bij Joris. Nu lukt het. Daarna stelt hij de bepaling vast en verstuurt hij "
        "de stukken. De gemeente stuurt de toewijzing.",
    )
    page = v.als(joris, ede.stap(casus, "contact_lokaal_team").get_absolute_url())
    vul(page.get_by_role("region", name="Het gesprek"), GESPREK)
    druk(page, "Leg vast en rond de stap af")
    lopen.bepaal(ede, casus)
    lopen.verstuur(ede, casus)
    lopen.wijs_toe(ede, casus)

    v.stap(
        "De aanbieder wijst af",
        "Zara Smit van Jeugdhulp De Linde kan de hulp niet op tijd geven. Zij schrijft op waarom. Een "
        "afwijzing is geen bericht: Joris ziet haar in de casus.",
    )
    page = v.als(zara, ede.stap(casus, "reactie_aanbieder").get_absolute_url())
    page.get_by_text("Het kan niet: niet op tijd of niet passend").click()
    vul(
        page,
        {"Waarom kan het niet?": "Niet op tijd", "Leg uit": "Er is pas plek over een half jaar."},
    )
    vul(page, {"Wachttijd in weken, als u die weet": "26"})
    v.zie(page, "Zara wijst af en zegt waarom")
    druk(page, "Leg de afwijzing vast")
    v.zie(page)

    v.stap(
        "Joris kiest een netwerk",
        "Joris en Zara kiezen samen: een netwerk van aanbieders zoekt mee. De vraag gaat zonder namen naar "
        "het netwerk.",
    )
    page = v.als(joris, ede.stap(casus, "keuze_vervolg").get_absolute_url())
    v.zie(page, "Waarom het niet kon, en wie verder zoekt")
    page.get_by_label("Een netwerk van aanbieders (5A)", exact=True).check()
    vul(page, {"Wat vertelt u het lokale team hierover?": "Een netwerk zoekt mee."})
    druk(page, "Leg de keuze vast")
    page.goto(ede.stap(casus, "netwerk").get_absolute_url())
    v.zie(page)
    page.get_by_label(netwerk.naam, exact=True).check()
    druk(page, "Stel de vraag")
    v.zie(page)

    v.stap(
        "Een aanbieder uit het netwerk zegt ja",
        "Wout Hendriks van Jeugdhulp De Beuk leest de vraag. Hij ziet geen namen, en niet wat anderen "
        "antwoorden.",
    )
    page = v.als(wout, casus.get_absolute_url())
    v.zie(page)
    page.get_by_role("link", name="Lees de vraag en geef antwoord").click()
    expect(page.get_by_role("main")).not_to_contain_text("Fenna")
    v.zie(page, "De vraag aan het netwerk")
    page.get_by_label("Ja", exact=True).check()
    vul(
        page,
        {"Waarom wel of niet?": "Wij hebben plek.", "Vanaf welke dag kan het?": ede.op.isoformat()},
    )
    druk(page, "Geef antwoord")
    v.zie(page)

    v.stap(
        "Joris kiest deze aanbieder",
        "Het formulier gaat meteen naar Jeugdhulp De Beuk. De gemeente is weer aan de beurt.",
    )
    page = v.als(joris, ede.stap(casus, "netwerk").get_absolute_url())
    v.zie(page, "Wie ja zei, en wie nog niet antwoordde")
    page.get_by_label(BEUK, exact=True).check()
    druk(page, "Kies deze aanbieder")
    lopen.wijs_toe(ede, casus)

    v.stap(
        "De hulp begint",
        "Wout zegt ja en stuurt op de eerste dag het startbericht. De casus is klaar.",
    )
    page = v.als(wout, ede.stap(casus, "reactie_aanbieder").get_absolute_url())
    druk(page, "Ja, de hulp past en kan op tijd")
    page.goto(ede.stap(casus, "start_hulp").get_absolute_url())
    v.zie(page)
    vul(page, {"Op welke dag begon de hulp?": ede.op.isoformat()})
    druk(page, "Stuur het startbericht (305)")
    page = v.als(joris, casus.get_absolute_url())
    expect(page.get_by_text("De hulp is begonnen").first).to_be_visible()
    v.zie(page, "Alles wat is gebeurd, van begin tot eind")
    v.zie(v.als(bas, "/werk/"))
    v.einde()
