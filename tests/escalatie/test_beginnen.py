"""Who may bring something in, what is sent elsewhere, and what stands (R129 to R132, R137, R140, R289)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout, VoorwaardeNietVervuld
from paraplu.escalatie import actions
from paraplu.escalatie.fouten import (
    BesluitStaatVast,
    ContactHoortBijRoute,
    NietBestuurlijkGeescaleerd,
    NietVanDezeOrganisaties,
)
from paraplu.escalatie.models import Escalatie
from paraplu.web.models import Spoor
from tests.casussen.bouwen import BEGIN
from tests.escalatie.bouwen import als

GEGEVENS = {
    "geen_contact": "nee",
    "tegen_besluit": "nee",
    "situatie": "2",
    "grond": "huiselijk_geweld",
    "vraag": "De wachtlijst is te lang om op tijd te helpen.",
}


def test_een_professional_van_een_lokaal_team_een_gi_of_een_aanbieder_brengt_in(toneel):
    for wie in ("jeugdbeschermer", "lokaal_team", "zorgaanbieder"):
        by = toneel.wereld.wie[wie]
        ander = toneel.wereld.gi if by == toneel.lt else toneel.wereld.lokaal_team
        assert toneel.begin(by=by, wederpartij=ander).casus.houder == by


def test_wie_niet_bij_zo_een_organisatie_werkt_brengt_niets_in(toneel):
    with pytest.raises(NietVanDezeOrganisaties):
        toneel.begin(by=toneel.wereld.wie["backoffice"])


def test_met_de_eigen_organisatie_escaleer_je_niet(toneel):
    with pytest.raises(NietVanDezeOrganisaties):
        toneel.begin(wederpartij=toneel.wereld.gi)


def test_geen_contact_met_het_lokale_team_hoort_bij_de_aanmeldroute(toneel):
    # R143.
    with pytest.raises(ContactHoortBijRoute) as fout:
        toneel.begin(geen_contact=True)
    assert fout.value.toon() == {"verwijzing": reverse("contact_zoeken")}
    assert not Escalatie.objects.exists()


def test_in_het_gedwongen_kader_staat_het_besluit_van_de_gi_vast(toneel):
    # P12.
    toneel.maatregel()
    with pytest.raises(BesluitStaatVast, match="doorslaggevend"):
        toneel.begin(tegen_besluit=True)


def test_over_de_samenwerking_kan_het_in_het_gedwongen_kader_wel(toneel):
    toneel.maatregel()
    escalatie = toneel.begin("2")
    assert escalatie.kader == "gedwongen"
    assert escalatie.casus.gi == toneel.wereld.gi


def test_in_het_vrijwillige_kader_is_er_geen_besluit_dat_vaststaat(toneel):
    assert toneel.begin(tegen_besluit=True).kader == "vrijwillig"


def test_zonder_eigen_overleg_komt_er_niemand_bij(toneel):
    escalatie = toneel.begin("2")
    with pytest.raises(VoorwaardeNietVervuld, match="eigen overleg"):
        actions.go_to_leidinggevenden(
            stap=toneel.stap(escalatie), by=toneel.jb, on=BEGIN, **toneel.leiding
        )


def test_wie_er_samen_uitkomt_is_klaar_na_het_eigen_overleg(toneel):
    escalatie = toneel.overleg(toneel.begin())
    close_stap(stap=toneel.stap(escalatie), uitkomst="zelf_opgelost", by=toneel.jb, on=BEGIN)
    escalatie.casus.refresh_from_db()
    assert escalatie.casus.afloop == "zelf_opgelost"


def test_op_de_bladzijde_wordt_het_contactprobleem_doorverwezen(toneel):
    casus = toneel.wereld.casus()
    antwoord = als(toneel.jb).post(
        reverse("escalatie_uit_casus", args=[casus.pk]),
        {**GEGEVENS, "geen_contact": "ja", "wederpartij": toneel.wereld.lokaal_team.pk},
    )
    assert antwoord.status_code == 422
    assert reverse("contact_zoeken") in antwoord.content.decode()


def test_op_de_bladzijde_begint_de_escalatie_bij_het_eigen_overleg(toneel):
    casus = toneel.wereld.casus()
    antwoord = als(toneel.jb).post(
        reverse("escalatie_nieuw", args=[casus.gezin_id]),
        {**GEGEVENS, "wederpartij": toneel.wereld.lokaal_team.pk},
    )
    stap = toneel.stap(Escalatie.objects.get())
    assert antwoord["Location"] == stap.get_absolute_url()
    assert Spoor.objects.filter(handeling="escalatie inbrengen", gezin=casus.gezin.nummer).exists()


def test_een_naam_uit_het_gezin_mag_niet_in_de_vraag(toneel):
    casus = toneel.wereld.casus()
    antwoord = als(toneel.jb).post(
        reverse("escalatie_nieuw", args=[casus.gezin_id]),
        {**GEGEVENS, "vraag": "Fenna is niet veilig.", "wederpartij": toneel.wereld.lokaal_team.pk},
    )
    assert antwoord.status_code == 422
    assert not Escalatie.objects.exists()


def test_wie_het_gezin_niet_kent_brengt_het_niet_in(toneel):
    casus = toneel.wereld.casus()
    aanbieder = als(toneel.wereld.wie["zorgaanbieder"])
    assert aanbieder.get(reverse("escalatie_uit_casus", args=[casus.pk])).status_code == 404
    assert (
        als(toneel.wereld.wie["lokaal_team"])
        .get(reverse("escalatie_nieuw", args=[toneel.gezin.pk]))
        .status_code
        == 404
    )


def test_alleen_een_leidinggevende_gaat_meteen_naar_de_bestuurders(toneel):
    velden = {
        "gezin": toneel.gezin,
        "grond": "beide",
        "vraag": "Er is geen beleid voor.",
        "wederpartij": toneel.wereld.lokaal_team,
        "on": BEGIN,
    }
    with pytest.raises(CasusFout):
        actions.begin_beleid(by=toneel.jb, **velden)
    escalatie = actions.begin_beleid(by=toneel.leiding["eigen"], **velden)
    assert (escalatie.ingang, escalatie.ingang_rol) == ("beleid", "leidinggevende")


def eindig_bestuurlijk(toneel):
    """A route that its team leader escalated to the board."""
    casus = toneel.wereld.casus()
    casus.stappen.update(uitkomst="vervallen", afgerond_op=BEGIN)
    from paraplu.casussen.actions import end_casus, register_gebeurtenis  # noqa: PLC0415

    register_gebeurtenis(
        casus=casus,
        soort="stap_afgerond",
        by=toneel.wereld.wie["regionaal_contactpersoon"],
        on=BEGIN,
        gegevens={"uitkomst": "bestuurlijke_escalatie", "ingang": "regionaal_contactpersoon"},
    )
    return end_casus(casus=casus, afloop="bestuurlijke_escalatie", by=toneel.jb, on=BEGIN)


BESTUURLIJK = {"situatie": "2", "grond": "kindermishandeling", "vraag": "Geen hulp gevonden."}


def test_uit_een_aanmeldroute_blijven_ingang_en_persoon_bewaard(toneel):
    casus, rcp = eindig_bestuurlijk(toneel), toneel.wereld.wie["regionaal_contactpersoon"]
    escalatie = actions.begin_bestuurlijk(
        uit_casus=casus,
        wederpartij=toneel.wereld.lokaal_team,
        by=toneel.wereld.wie["teamleider"],
        on=BEGIN,
        **BESTUURLIJK,
    )
    assert (escalatie.ingang_door, escalatie.ingang_rol) == (rcp, "regionaal_contactpersoon")
    assert (escalatie.uit_casus, escalatie.overleg_op) == (casus, BEGIN)
    with pytest.raises(NietBestuurlijkGeescaleerd):
        actions.begin_bestuurlijk(
            uit_casus=casus,
            wederpartij=toneel.wereld.lokaal_team,
            by=rcp,
            on=BEGIN,
            **BESTUURLIJK,
        )


def test_een_route_die_niet_zo_eindigde_gaat_niet_naar_de_bestuurders(toneel):
    with pytest.raises(NietBestuurlijkGeescaleerd):
        actions.begin_bestuurlijk(
            uit_casus=toneel.wereld.casus(),
            wederpartij=toneel.wereld.lokaal_team,
            by=toneel.wereld.wie["teamleider"],
            on=BEGIN,
            **BESTUURLIJK,
        )


def test_wie_besloot_vindt_de_zaak_op_de_werklijst_ook_als_de_casus_dicht_is(toneel):
    casus = eindig_bestuurlijk(toneel)
    rcp = als(toneel.wereld.wie["regionaal_contactpersoon"])
    adres = reverse("escalatie_bestuurlijk", args=[casus.pk])
    assert adres in rcp.get(reverse("mijn_werk")).content.decode()
    antwoord = rcp.post(adres, {**BESTUURLIJK, "wederpartij": toneel.wereld.lokaal_team.pk})
    assert antwoord.status_code == 302
    assert Escalatie.objects.get().casus.houder == toneel.wereld.wie["regionaal_contactpersoon"]


def test_een_ander_zet_die_zaak_niet_door(toneel):
    casus = eindig_bestuurlijk(toneel)
    ander = toneel.wereld.wie["functionaris"]
    assert als(ander).get(reverse("escalatie_bestuurlijk", args=[casus.pk])).status_code == 404
