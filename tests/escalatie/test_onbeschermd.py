"""The list of insufficiently protected children, and the route of a region (R141, R142, R291)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from paraplu.casussen.fouten import CasusFout, MagNiet
from paraplu.escalatie import actions, queries
from paraplu.escalatie.models import Onbeschermd
from paraplu.netwerk.models import Contact, ContactSoort, RegioInstelling
from tests.casussen.bouwen import BEGIN, make_medewerker
from tests.escalatie.bouwen import als

MELDING = {
    "vastgesteld_op": "2026-01-05",
    "onveiligheid": "Er is geweld in huis.",
    "vast_bij": "Het lokale team en de aanbieder.",
}


def meld(toneel, gezin=None, by=None) -> Onbeschermd:
    return actions.report_onbeschermd(
        gezin=gezin or toneel.gezin,
        vastgesteld_op=BEGIN,
        onveiligheid="Er is geweld in huis.",
        vast_bij="Het lokale team.",
        by=by or toneel.jb,
        on=BEGIN,
    )


def test_een_gi_veilig_thuis_en_de_raad_melden_en_een_lokaal_team_niet(toneel):
    vt = make_medewerker("veilig_thuis", toneel.vt)
    assert meld(toneel).organisatie == toneel.wereld.gi
    assert meld(toneel, by=vt).organisatie == toneel.vt
    with pytest.raises(MagNiet):
        meld(toneel, by=toneel.lt)


def test_een_gezin_staat_een_keer_tegelijk_op_de_lijst_van_een_organisatie(toneel):
    melding = meld(toneel)
    with pytest.raises(CasusFout, match="al op de lijst"):
        meld(toneel)
    actions.close_onbeschermd(melding=melding, resultaat="Veilig bij de buren.", on=BEGIN)
    assert meld(toneel).afgesloten_op is None


def test_van_de_lijst_gaat_een_gezin_alleen_met_een_resultaat(toneel):
    melding = meld(toneel)
    with pytest.raises(CasusFout, match="Schrijf op"):
        actions.close_onbeschermd(melding=melding, resultaat=" ", on=BEGIN)


def test_bovenregionaal_bespreken_vraagt_de_afspraak(toneel):
    melding = meld(toneel)
    velden = {"melding": melding, "waar": "bovenregionaal", "op": BEGIN, "by": toneel.jb}
    with pytest.raises(CasusFout, match="bovenregionaal"):
        actions.add_bespreking(resultaat="Verder.", **velden)
    actions.add_bespreking(resultaat="Verder.", bovenregionaal="Plek in Oost.", **velden)
    melding.refresh_from_db()
    assert melding.bovenregionaal == "Plek in Oost."


def test_op_de_bladzijde_meldt_en_bespreekt_een_jeugdbeschermer_een_gezin(toneel):
    casus, jb = toneel.wereld.casus(), als(toneel.jb)
    adres = reverse("onbeschermd_nieuw", args=[casus.gezin_id])
    assert jb.post(adres, {**MELDING, "onveiligheid": "Fenna is bang."}).status_code == 422
    melding_adres = jb.post(adres, MELDING)["Location"]
    jb.post(
        melding_adres,
        {
            "handeling": "bespreking",
            "bespreking-waar": "tafel",
            "bespreking-op": "2026-01-05",
            "bespreking-resultaat": "Naar de rechter.",
        },
    )
    tekst = jb.get(reverse("onbeschermd")).content.decode()
    assert casus.gezin.nummer in tekst
    assert "Jeugdbeschermingstafel" in tekst
    assert "Fenna" not in tekst
    jb.post(melding_adres, {"handeling": "sluit", "sluit-resultaat": "Er is een maatregel."})
    assert Onbeschermd.objects.get().afgesloten_op is not None


def test_een_andere_organisatie_die_het_gezin_niet_kent_ziet_de_melding_niet(toneel):
    melding = meld(toneel)
    vt = make_medewerker("veilig_thuis", toneel.vt)
    assert not queries.onbeschermd_for(vt.gebruiker, op=BEGIN).exists()
    adres = reverse("onbeschermd_melding", args=[melding.pk])
    assert als(vt).get(adres).status_code == 404
    assert als(toneel.wereld.wie["teamleider"]).get(adres).status_code == 200


def test_de_regio_ziet_aantallen_en_geen_gezin(toneel):
    meld(toneel)
    meld(toneel, by=make_medewerker("veilig_thuis", toneel.vt))
    tekst = als(toneel.wereld.wie["regionaal_contactpersoon"]).get(reverse("onbeschermd"))
    tekst = tekst.content.decode()
    assert "1 gezin" in tekst
    assert "verborgen: minder dan 5" in tekst
    assert f"Gezin {toneel.gezin.nummer}" not in tekst
    assert "geweld" not in tekst


def test_een_kleine_gemeente_is_ook_door_aftrekken_niet_te_vinden(toneel):
    gezinnen = [toneel.wereld.gezin()[0] for _nummer in range(12)]
    for plek, gezin in enumerate(gezinnen):
        gezin.gemeente = ("0228", "0203", "0289")[0 if plek < 6 else 1 if plek < 11 else 2]
        gezin.save()
        meld(toneel, gezin)
    gemeenten = {"0228": "Ede", "0203": "Barneveld", "0289": "Wageningen"}
    totaal, delen = queries.count_onbeschermd("FV", gemeenten)
    assert totaal.gezinnen == 12
    getoond = {t.naam: t.gezinnen for t in delen}
    assert getoond["Wageningen"] is None
    assert sum(aantal is None for aantal in getoond.values()) == 2


def test_een_regio_zegt_waar_men_terechtkan_en_wie_men_belt(toneel):
    adres = reverse("escalatieroute", args=["FV"])
    leeg = als(toneel.jb).get(adres).content.decode()
    assert leeg.count("Nog niet afgesproken.") == 3
    for sleutel in ("escalatie_waar", "escalatie_route", "escalatie_bovenregionaal"):
        RegioInstelling.objects.create(
            regio="FV", sleutel=sleutel, waarde=f"Via {sleutel}.", vanaf=BEGIN, bron="besluit"
        )
    Contact.objects.create(
        soort=ContactSoort.ESCALATIE,
        regio="FV",
        organisatie=toneel.wereld.regio_organisatie,
        naam="Escalatie FoodValley",
        telefoon="0318-000000",
        vanaf=BEGIN,
        bevestigd_op=BEGIN,
    )
    tekst = als(toneel.jb).get(adres).content.decode()
    assert "Nog niet afgesproken." not in tekst
    assert "Via escalatie_bovenregionaal." in tekst
    assert "Escalatie FoodValley" in tekst
    assert als(toneel.jb).get(reverse("escalatieroute", args=["XX"])).status_code == 404
