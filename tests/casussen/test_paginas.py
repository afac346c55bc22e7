"""The pages of the work, as each role sees them."""

from __future__ import annotations

import pytest

from paraplu.casussen import actions
from tests.casussen.bouwen import BEGIN

pytestmark = pytest.mark.django_db


def test_de_jeugdbeschermer_ziet_de_stap_op_de_werklijst(wereld, als_rol):
    casus = wereld.casus()
    tekst = als_rol("jeugdbeschermer").get("/werk/").content.decode()
    assert "Overleg met het lokale team" in tekst
    assert casus.nummer in tekst


def test_een_stap_over_tijd_staat_bovenaan_en_telt_als_dringend(wereld, als_rol):
    casus = wereld.casus()
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=BEGIN
    )
    tekst = als_rol("jeugdbeschermer").get("/werk/").content.decode()
    assert "Eén stap kan niet wachten." in tekst
    assert "werkdagen te laat" in tekst


def test_wie_geen_deel_heeft_vindt_de_casus_niet(wereld, als_rol):
    casus = wereld.casus()
    for rol in ("zorgaanbieder", "backoffice", "expertteam", "regionaal_contactpersoon"):
        assert als_rol(rol).get(casus.get_absolute_url()).status_code == 404


def test_de_casus_toont_waar_zij_is_op_de_route(wereld, als_rol):
    tekst = als_rol("lokaal_team").get(wereld.casus().get_absolute_url()).content.decode()
    assert 'aria-current="step"' in tekst
    assert "Fenna Testkind" in tekst


def test_een_stap_zonder_verslag_zegt_wat_er_ontbreekt(wereld, als_rol):
    casus = wereld.casus()
    stap = wereld.stap(casus, "contact_lokaal_team")
    antwoord = als_rol("jeugdbeschermer").post(
        f"/werk/stap/{stap.pk}/afronden/", {"uitkomst": "gesproken"}
    )
    assert antwoord.status_code == 422
    assert "Leg eerst vast wat u heeft besproken." in antwoord.content.decode()


def test_wie_de_stap_niet_mag_zetten_sluit_niets(wereld, als_rol):
    casus = wereld.casus()
    stap = wereld.stap(casus, "contact_lokaal_team")
    als_rol("lokaal_team").post(f"/werk/stap/{stap.pk}/afronden/", {"uitkomst": "gesproken"})
    stap.refresh_from_db()
    assert stap.is_open


def test_elke_blik_op_een_casus_staat_in_het_spoor(wereld, als_rol):
    from paraplu.web.models import Spoor  # noqa: PLC0415

    casus = wereld.casus()
    als_rol("lokaal_team").get(casus.get_absolute_url())
    regel = Spoor.objects.get(handeling="casus bekijken")
    assert (regel.gezin, regel.voorwerp) == (casus.gezin.nummer, casus.nummer)
    assert "Fenna" not in str(vars(regel))
