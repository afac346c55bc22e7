"""Two people do the same at the same time: one succeeds, the other reads why not, nothing is lost."""

from __future__ import annotations

from playwright.sync_api import expect

from paraplu.aanmelden.actions import contact
from paraplu.casussen import actions
from paraplu.casussen.models import Persoon
from tests.journeys.werk.verhaal import druk, vul


def _zonder_gehoor(mensen):
    """A case in which the lokaal team could not be reached."""
    casus = mensen.casus_van("301")
    stap = mensen.stap(casus, "contact_lokaal_team")
    for met in ("lokaal_team", "tweede_medewerker"):
        contact.register_poging(
            stap=stap, met=met, organisatie=mensen.lokaal_team, wijze="telefoon", bereikt=False,
            by=casus.houder, on=mensen.op,
        )  # fmt: skip
    actions.close_stap(stap=stap, uitkomst="geen_contact", by=casus.houder, on=mensen.op)
    return casus


def test_twee_mensen_tegelijk_en_er_gaat_niets_verloren(ede, verhaal):
    casus = _zonder_gehoor(ede)
    stap = ede.stap(casus, "verbinden")
    rik = ede.wie["regionaal_contactpersoon"]
    renske = ede.ander("regionaal_contactpersoon", ede.regio_organisatie, "Renske Vos")
    joris, lotte = ede.wie["jeugdbeschermer"], ede.wie["lokaal_team"]
    v = verhaal(
        "tegelijk",
        "Twee mensen doen hetzelfde",
        "Rik Jansen en Renske Vos zijn allebei regionaal contactpersoon. Zij openen dezelfde stap. "
        "Wie het eerst afrondt, beslist. De ander leest wat er is gebeurd, en er gaat niets verloren.",
    )

    v.stap(
        "Beiden openen de stap",
        "Het lokale team was niet te bereiken. Rik en Renske zien allebei dezelfde vraag.",
    )
    bij_rik = v.als(rik, stap.get_absolute_url())
    bij_renske = v.als(renske, stap.get_absolute_url())
    v.zie(bij_rik, "De stap bij Rik: wie zoekt wie, en wat is geprobeerd")

    v.stap("Rik is het eerst", "Rik belt beide en rondt de stap af: het contact is gelegd.")
    bij_rik.get_by_label("Het contact is gelegd", exact=True).check()
    druk(bij_rik, "Rond de stap af")
    expect(bij_rik.get_by_role("status")).to_contain_text("De stap is afgerond.")
    v.zie(bij_rik)

    v.stap(
        "Renske is te laat",
        "Renske kiest iets anders. Paraplu zegt dat de stap al is afgerond. De keuze van Rik blijft "
        "staan.",
    )
    bij_renske.get_by_label(
        "Het contact lukt niet: de jeugdbeschermer gaat door", exact=True
    ).check()
    vul(bij_renske, {"Toelichting": "Niemand neemt op."})
    druk(bij_renske, "Rond de stap af")
    expect(bij_renske.get_by_text("Deze stap is intussen door een ander afgerond.")).to_be_visible()
    expect(bij_renske.get_by_role("row").filter(has_text="Rik Jansen")).to_contain_text(
        "Het contact is gelegd"
    )
    v.zie(bij_renske, "Renske leest dat de stap al is afgerond, en door wie")

    v.stap(
        "Twee mensen wijzigen dezelfde gegevens",
        "Joris Bakker en Lotte de Vries openen allebei de gegevens van de ouder. Joris bewaart een "
        "nieuw telefoonnummer.",
    )
    ouder = Persoon.objects.get(gezin=casus.gezin, rol=Persoon.Rol.OUDER)
    bij_joris = v.als(joris, f"/werk/persoon/{ouder.pk}/")
    bij_lotte = v.als(lotte, f"/werk/persoon/{ouder.pk}/")
    vul(bij_joris, {"Telefoon": "0611111111"})
    druk(bij_joris, "Bewaar")
    expect(bij_joris.get_by_role("status")).to_contain_text("De wijziging is bewaard.")
    v.zie(bij_joris)

    v.stap(
        "Lotte ziet beide naast elkaar",
        "Lotte bewaart een ander nummer. Paraplu overschrijft niets: zij ziet wat Joris bewaarde naast "
        "wat zij invulde. Zij kiest, en bewaart opnieuw.",
    )
    vul(bij_lotte, {"Telefoon": "0622222222"})
    druk(bij_lotte, "Bewaar")
    rij = bij_lotte.get_by_role("row").filter(has_text="Telefoon")
    expect(rij).to_contain_text("0611111111")
    expect(rij).to_contain_text("0622222222")
    v.zie(bij_lotte, "Wat Joris bewaarde, naast wat Lotte invulde")
    druk(bij_lotte, "Bewaar")
    expect(bij_lotte.get_by_role("status")).to_contain_text("De wijziging is bewaard.")
    ouder.refresh_from_db()
    assert ouder.telefoon == "0622222222"

    v.stap(
        "Ook met twee vensters gaat niets verloren",
        "Joris heeft de bepaling twee keer openstaan. Bewaart hij in het tweede venster, dan ziet hij "
        "wat in het eerste al is bewaard.",
    )
    ede.spreek(casus)
    adres = ede.stap(casus, "bepaling").get_absolute_url()
    eerste = v.als(joris, adres)
    tweede = eerste.context.new_page()
    tweede.goto(adres)
    vul(eerste, {"Omschrijf de hulp": "Hulp thuis bij de opvoeding."})
    druk(eerste, "Bewaar concept")
    expect(eerste.get_by_role("status")).to_contain_text("Het concept is bewaard.")
    v.zie(eerste)
    vul(tweede, {"Omschrijf de hulp": "Een plek in een gezinshuis."})
    druk(tweede, "Bewaar concept")
    rij = tweede.get_by_role("row").filter(has_text="Omschrijf de hulp")
    expect(rij).to_contain_text("Hulp thuis bij de opvoeding.")
    expect(rij).to_contain_text("Een plek in een gezinshuis.")
    v.zie(tweede, "Twee vensters: beide teksten staan naast elkaar")
    v.einde()
