"""A colleague falls ill, and the deputy goes on; the trace says for whom."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.journeys.werk.verhaal import druk, vul


def test_de_vervanger_gaat_verder_met_het_werk_van_een_zieke_collega(ede, verhaal):
    casus = ede.casus_van("301")
    v = verhaal(
        "ziek",
        "Een collega wordt ziek",
        "Joris Bakker is jeugdbeschermer en belt op een ochtend dat hij ziek is. Zijn teamleider "
        "wijst een vervanger aan. Die ziet het werk van Joris en gaat ermee verder. Later is te "
        "lezen wie wat deed, en namens wie.",
    )
    tineke, karin = ede.wie["teamleider"], ede.collega

    v.stap(
        "Karin ziet de casus van Joris niet",
        "Karin Peters werkt in hetzelfde team. Zolang Joris er is, ziet zij zijn casus niet.",
    )
    page = v.als(karin, "/werk/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Er ligt niets voor u klaar.")
    assert page.goto(casus.get_absolute_url()).status == 404
    v.zie(page)

    v.stap(
        "De teamleider meldt Joris afwezig",
        "Tineke Mulder legt vast dat Joris er niet is en dat Karin waarneemt. Waarom Joris er niet "
        "is, staat nergens te lezen.",
    )
    page = v.als(tineke, "/afwezigheid/")
    v.zie(page)
    vul(page, {"Wie is er niet": "Joris Bakker", "Wie neemt het over": "Karin Peters"})
    vul(page, {"Eerste dag": ede.op.isoformat(), "Waarom": "Niet beschikbaar"})
    druk(page, "Leg vast")
    expect(page.get_by_role("main")).to_contain_text("Karin Peters neemt waar.")
    v.zie(page, "De afwezigheid staat er, met de vervanger")

    v.stap(
        "Karin vindt het werk op haar eigen lijst",
        "Meteen daarna staat de stap van Joris op de werklijst van Karin.",
    )
    page = v.als(karin, "/werk/")
    expect(page.get_by_role("link", name="Overleg met het lokale team")).to_be_visible()
    v.zie(page, "De werklijst van Karin, met de stap van Joris")

    v.stap(
        "Karin voert het gesprek",
        "Zij belt het lokale team, schrijft op wat is besproken en rondt de stap af.",
    )
    page.get_by_role("link", name="Overleg met het lokale team").click()
    v.zie(page, "De stap: wie belt u, en wat is besproken")
    vul(
        page.get_by_role("region", name="Het gesprek"),
        {
            "Wie sprak u?": "Lotte de Vries, consulent",
            "Welke hulp is het meest gewenst?": "Hulp thuis bij de opvoeding.",
            "Hoe lang en hoeveel?": "Een half jaar, twee keer per week.",
        },
    )
    druk(page, "Leg vast en rond de stap af")
    expect(page.get_by_role("status")).to_contain_text("de stap is afgerond")
    v.zie(page, "De casus staat bij de volgende stap")

    v.stap(
        "Te lezen is wie het deed, en namens wie",
        "Onder ‘Wie keek er?’ staat dat Karin dit deed, namens Joris. Joris blijft houder.",
    )
    page.goto(f"/werk/gezin/{casus.gezin_id}/wie-keek-er/")
    expect(page.get_by_text("namens Joris Bakker").first).to_be_visible()
    v.zie(page, "Karin Peters keek namens Joris Bakker")

    v.stap(
        "Joris is beter",
        "Tineke meldt dat Joris er weer is. Karin ziet zijn casus daarna niet meer.",
    )
    page = v.als(tineke, "/afwezigheid/")
    page.get_by_role("button", name="Is er weer").click()
    v.zie(page)
    page = v.als(karin)
    assert page.goto(casus.get_absolute_url()).status == 404
    v.einde()
