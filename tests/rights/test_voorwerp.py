"""Behind an open route: whose rows, whose delivery, whose upload."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.dashboard.models import Inzending
from paraplu.web.models import Gebruiker, Spoor
from paraplu.web.rechten import mag

EIGEN = {
    "contractmanager": "regio-CG",
    "backoffice": "gemeente-0228",
    "gi": "gi-90000001",
    "aanbieder": "aanbieder-90000101",
}
#: Every way out of the list of rows.
UITGANGEN = (
    "/waarden/V2a/regels/",
    "/waarden/V2a/regels/uitvoer/csv/",
    "/waarden/V2a/regels/uitvoer/parquet/",
)


@pytest.mark.parametrize("soort", EIGEN)
@pytest.mark.parametrize("uitgang", UITGANGEN)
def test_de_regels_van_het_eigen_gebied_gaan_open(soort, uitgang, als, nep):
    assert als(soort).get(uitgang, {"gebied": EIGEN[soort]}).status_code == 200


@pytest.mark.parametrize("soort", EIGEN)
@pytest.mark.parametrize("uitgang", UITGANGEN)
def test_de_regels_van_een_ander_zijn_er_niet(soort, uitgang, als, nep):
    client = als(soort)
    anderen = {"", "gemeente-0202", "regio-NV", *EIGEN.values()} - {EIGEN[soort]}
    for gebied in anderen:
        assert client.get(uitgang, {"gebied": gebied}).status_code == 404, gebied


def test_een_wethouder_ziet_geen_regels_van_kinderen(als, nep):
    assert als("wethouder").get(UITGANGEN[0], {"gebied": "gemeente-0202"}).status_code == 403


def test_een_gebied_dat_niet_bestaat_opent_geen_regels(als, nep):
    assert als("contractmanager").get(UITGANGEN[0], {"gebied": "regio-XX"}).status_code == 404


@pytest.mark.parametrize("soort", ["backoffice", "aanbieder"])
def test_een_levering_met_een_eigen_bericht_gaat_open(soort, als, nep):
    assert als(soort).get("/leveringen/abc123/").status_code == 200


@pytest.mark.parametrize("soort", ["contractmanager", "gi"])
def test_een_levering_zonder_eigen_bericht_is_er_niet(soort, als, nep):
    assert als(soort).get("/leveringen/abc123/").status_code == 404
    assert als(soort).get("/leveringen/abc123/", {"als": "csv"}).status_code == 404


def test_een_aanbieder_ziet_alleen_bevindingen_in_eigen_berichten(als, nep):
    tekst = als("aanbieder").get("/leveringen/abc123/").content.decode()
    assert "CS002" in tekst
    assert "TR378" not in tekst


def test_de_technisch_beheerder_ziet_de_stand_en_niet_de_bevindingen(als, nep):
    tekst = als("beheerder").get("/leveringen/").content.decode()
    assert "15 januari 2024" in tekst
    assert "/leveringen/abc123/" not in tekst


def make_inzending(gebruiker: Gebruiker) -> Inzending:
    return Inzending.objects.create(gebruiker=gebruiker, dag=date(2024, 1, 15), bestanden=1)


@pytest.mark.parametrize(
    ("soort", "status"), [("backoffice", 200), ("beheerder", 200), ("gi", 404), ("wethouder", 403)]
)
def test_een_inzending_ziet_wie_haar_bracht_en_de_beheerder(soort, status, als, nep, accounts):
    inzending = make_inzending(accounts["backoffice"])
    assert als(soort).get(f"/leveringen/onderweg/{inzending.pk}/").status_code == status


def test_twee_gemeenten_zien_elkaars_inzending_niet(nep, accounts):
    ander = Gebruiker.objects.create_user(
        "ander", soort="backoffice", organisatie_soort="gemeente", organisatie_code="0202"
    )
    assert not mag(ander, "inzending", make_inzending(accounts["backoffice"]))


def test_wie_regels_bekijkt_laat_een_spoor_na(als, nep):
    als("gi").get(UITGANGEN[0], {"gebied": EIGEN["gi"], "jaar": "2022"})
    spoor = Spoor.objects.get(handeling="lijst")
    assert spoor.voorwerp == "V2a 2022 gi-90000001: 1 regels"
    assert spoor.als == "Gecertificeerde instelling, Jeugdbescherming Gelderland"


def test_wie_niets_te_zien_kreeg_laat_geen_regels_spoor_na(als, nep):
    als("gi").get(UITGANGEN[0], {"gebied": "regio-CG"})
    assert not Spoor.objects.filter(handeling="lijst").exists()
