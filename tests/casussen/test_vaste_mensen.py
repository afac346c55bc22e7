"""Fixed people for a child, duplicates settled together, and a step done over."""

from __future__ import annotations

import pytest

from paraplu.casussen import actions
from paraplu.casussen.models import Dubbelmelding
from tests.casussen.bouwen import BEGIN, make_medewerker

pytestmark = pytest.mark.django_db
BSN = "999900006"


@pytest.fixture(autouse=True)
def eigen_sleutel(tmp_path, monkeypatch):
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))


def maatregel_zonder_jeugdbeschermer(wereld, casus):
    return actions.start_maatregel(
        persoon=casus.kind, soort="ots", gi=wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN
    )


def test_een_kind_dat_wacht_op_een_vaste_jeugdbeschermer_is_te_zien(wereld, als_rol):
    maatregel = maatregel_zonder_jeugdbeschermer(wereld, wereld.casus())
    leider = als_rol("teamleider")
    assert "Wacht op een vaste jeugdbeschermer" in leider.get("/werk/organisatie/").content.decode()
    leider.post(
        f"/werk/maatregel/{maatregel.pk}/mensen/",
        {
            "jeugdbeschermer": wereld.wie["jeugdbeschermer"].pk,
            "contactpersoon": wereld.wie["lokaal_team"].pk,
        },
    )
    maatregel.refresh_from_db()
    assert maatregel.jeugdbeschermer == wereld.wie["jeugdbeschermer"]
    assert maatregel.contactpersonen.get(tot=None).medewerker == wereld.wie["lokaal_team"]
    tekst = leider.get("/werk/organisatie/").content.decode()
    assert "Wacht op een vaste jeugdbeschermer" not in tekst


def test_een_andere_contactpersoon_sluit_de_vorige_af_met_de_reden(wereld, als_rol):
    # R23.
    maatregel = maatregel_zonder_jeugdbeschermer(wereld, wereld.casus())
    actions.set_contactpersoon(maatregel=maatregel, medewerker=wereld.wie["lokaal_team"], on=BEGIN)
    nieuw = make_medewerker("lokaal_team", wereld.lokaal_team)
    als_rol("jeugdbeschermer").post(
        f"/werk/maatregel/{maatregel.pk}/mensen/",
        {"contactpersoon": nieuw.pk, "reden": "met verlof"},
    )
    assert maatregel.contactpersonen.get(tot=None).medewerker == nieuw
    assert maatregel.contactpersonen.exclude(tot=None).get().reden == "met verlof"


def test_een_dubbele_wordt_uitgezocht_zonder_te_zien_waar_de_ander_is(wereld, als_rol):
    eerste, tweede = wereld.casus(), wereld.casus()
    for casus in (eerste, tweede):
        actions.add_persoon(
            gezin=casus.gezin, bsn=BSN, by=casus.houder, on=BEGIN, rol="ouder",
            voornamen="X", achternaam="Y",
        )  # fmt: skip
    melding = Dubbelmelding.objects.get()
    assert als_rol("zorgaanbieder").get(f"/werk/dubbel/{melding.pk}/").status_code in {403, 404}
    jb = als_rol("jeugdbeschermer")
    assert "Staat dubbel" in jb.get("/werk/").content.decode()
    jb.post(f"/werk/dubbel/{melding.pk}/", {"uitkomst": "zelfde moeder, twee gezinnen"})
    melding.refresh_from_db()
    assert melding.afgehandeld_op is not None


def test_een_stap_overdoen_vraagt_een_reden_en_is_alleen_voor_wie_hem_mag_zetten(wereld, als_rol):
    casus = wereld.casus()
    stap = wereld.stap(casus, "contact_lokaal_team")
    actions.register_gebeurtenis(
        casus=casus, soort="overleg_gevoerd", by=casus.houder, on=BEGIN, stap=stap
    )
    stap.contactverslagen.create(
        casus=casus, met="lokaal_team", organisatie=wereld.lokaal_team, op=BEGIN,
        gesproken_met="x", gezin_bekend=True, aanbod_bekend=True, beschikbaarheid_bekend=True,
        wenselijke_hulp="x", duur_en_omvang="x", door=casus.houder,
    )  # fmt: skip
    actions.close_stap(stap=stap, uitkomst="gesproken", by=casus.houder, on=BEGIN)
    adres = f"/werk/stap/{stap.pk}/herstellen/"
    als_rol("lokaal_team").post(adres, {"herstellen-reden": "klopt niet"})
    assert casus.stappen.get(afgerond_op=None).sleutel == "bepaling"
    jb = als_rol("jeugdbeschermer")
    assert jb.post(adres, {}).status_code == 422
    jb.post(adres, {"herstellen-reden": "verkeerde dag"})
    assert casus.stappen.get(afgerond_op=None).sleutel == "contact_lokaal_team"
    assert casus.gebeurtenissen.get(soort="stap_hersteld").reden == "verkeerde dag"
