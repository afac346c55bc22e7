"""Stap 6: melden, bellen, besluiten, en bij hoge uitzondering bestuurlijk escaleren."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.models import Opschaling
from paraplu.aanmelden.queries import herinneringen_for
from paraplu.casussen.models import Gebeurtenis

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


@pytest.fixture
def loop() -> Loop:
    return Loop("315").tot("opschalen")


def meld(loop: Loop, rol: str = "jeugdbeschermer"):
    return loop.client(rol).post(f"/werk/stap/{loop.stap('opschalen').pk}/melden/")


def bespreek(loop: Loop, rol: str = "teamleider", **anders):
    dag = loop.vandaag.isoformat()
    velden = {
        "opschaling__rcp_gebeld_op": dag, "opschaling__gesproken_op": dag,
        "opschaling__reden": "wachttijden", "opschaling__besluit": "naar het expertteam",
    }  # fmt: skip
    return loop.doe(rol, "opschalen", "bespreek", **{**velden, **anders})


def test_de_jeugdbeschermer_wordt_herinnerd_en_meldt_en_dan_loopt_de_week(loop):
    ik = loop.w.gebruiker("jeugdbeschermer")
    assert [h.soort for h in herinneringen_for(ik, loop.vandaag)] == ["opschaling"]
    assert loop.stap("opschalen").uiterste_datum is None
    meld(loop)
    meld(loop)
    stap = loop.stap("opschalen")
    # Een termijn die in een weekend of op een feestdag eindigt, loopt door tot een werkdag.
    assert stap.anker == loop.vandaag
    assert 0 <= (stap.uiterste_datum - loop.vandaag - timedelta(weeks=1)).days <= 4
    assert Opschaling.objects.count() == 1
    assert herinneringen_for(ik, loop.vandaag) == []


def test_het_lokale_team_kan_niet_melden(loop):
    assert meld(loop, "lokaal_team").status_code == 403
    assert not Opschaling.objects.exists()


def test_de_teamleider_legt_reden_en_besluit_vast_en_kiest_de_stap(loop):
    # R116.
    meld(loop)
    assert bespreek(loop).status_code == 302
    loop.sluit("opschalen", "naar_expertteam", "teamleider")
    assert loop.open() == {"expertteam"}


@pytest.mark.parametrize(
    "anders",
    [
        {"opschaling__reden": "anders"},
        {"opschaling__besluit": " "},
        {"opschaling__gesproken_op": "2999-01-01"},
        {"opschaling__gesproken_op": "2001-01-01"},
        {"opschaling__reden": "<script>"},
    ],
)
def test_een_half_of_onmogelijk_besluit_wordt_niet_bewaard(loop, anders):
    assert bespreek(loop, **anders).status_code == 422
    assert not Opschaling.objects.exclude(besluit="").exists()


@pytest.mark.parametrize("rol", ["teamleider", "regionaal_contactpersoon"])
def test_bestuurlijk_escaleren_vraagt_een_reden_en_een_bevestiging(loop, rol):
    # R117.
    bespreek(loop, rol)
    for velden in ({"bestuurlijk__waarom": "niets helpt"}, {"bestuurlijk__zeker": "on"}):
        assert loop.doe(rol, "opschalen", "escaleer", **velden).status_code == 422
    loop.doe(
        rol, "opschalen", "escaleer", bestuurlijk__waarom="niets helpt", bestuurlijk__zeker="on"
    )
    loop.casus.refresh_from_db()
    assert loop.casus.afloop == "bestuurlijke_escalatie"
    assert Opschaling.objects.get().besloten_door == loop.w.wie[rol]
    einde = Gebeurtenis.objects.get(soort="stap_afgerond", stap__sleutel="opschalen")
    assert einde.gegevens["ingang"] == rol


def test_langs_de_gewone_knop_wordt_er_niet_bestuurlijk_geescaleerd(loop):
    bespreek(loop)
    adres = f"{loop.stap('opschalen').get_absolute_url()}afronden/"
    antwoord = loop.client("teamleider").post(adres, {"uitkomst": "bestuurlijke_escalatie"})
    assert antwoord.status_code == 422
    assert loop.open() == {"opschalen"}


def test_gevonden_hulp_gaat_naar_de_genoemde_aanbieder(loop):
    bespreek(loop)
    loop.doe("teamleider", "opschalen", "hulp_gevonden", leverer__aanbieder=loop.w.aanbieder.pk)
    assert loop.open() == {"verzoek_toewijzing"}
