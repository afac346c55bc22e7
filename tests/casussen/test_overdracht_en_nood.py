"""Handing over, standing in, and break-glass with its review."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from paraplu.casussen import actions, queries
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Noodtoegang, Overdracht
from paraplu.netwerk.models import Afwezigheid
from paraplu.web.models import Spoor
from tests.casussen.bouwen import BEGIN, make_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date.today()


@pytest.fixture
def collega(wereld):
    return make_medewerker("jeugdbeschermer", wereld.gi)


@pytest.fixture
def browser_van(client):
    def log_in(medewerker):
        client.force_login(medewerker.gebruiker)
        return client

    return log_in


def test_tot_het_ja_blijft_de_houder_houder(wereld, als_rol, collega, browser_van):
    casus = wereld.casus()
    als_rol("jeugdbeschermer").post(
        f"/werk/casus/{casus.pk}/overdragen/", {"naar": collega.pk, "reden": "andere baan"}
    )
    casus.refresh_from_db()
    assert casus.houder == wereld.wie["jeugdbeschermer"]
    vraag = Overdracht.objects.get()
    browser_van(collega).post(f"/werk/overdracht/{vraag.pk}/", {"aanvaard": "ja"})
    casus.refresh_from_db()
    assert casus.houder == collega
    stap = wereld.stap(casus, "contact_lokaal_team")
    assert stap.behandelaar == collega
    morgen = VANDAAG + timedelta(days=1)
    assert not queries.casussen_for(wereld.gebruiker("jeugdbeschermer"), op=morgen).exists()


def test_een_nee_vraagt_om_een_reden_en_laat_alles_zoals_het_was(wereld, collega, browser_van):
    casus = wereld.casus()
    vraag = actions.propose_overdracht(
        casus=casus, naar=collega, by=casus.houder, on=VANDAAG, reden="druk"
    )
    browser = browser_van(collega)
    assert browser.post(f"/werk/overdracht/{vraag.pk}/", {"aanvaard": "nee"}).status_code == 422
    browser.post(f"/werk/overdracht/{vraag.pk}/", {"aanvaard": "nee", "antwoord": "ik ben vol"})
    casus.refresh_from_db()
    assert casus.houder == wereld.wie["jeugdbeschermer"]


def test_een_ander_dan_de_gevraagde_kan_niet_antwoorden(wereld, collega, als_rol):
    vraag = actions.propose_overdracht(
        casus=wereld.casus(), naar=collega, by=collega, on=VANDAAG, reden="druk"
    )
    assert als_rol("teamleider").get(f"/werk/overdracht/{vraag.pk}/").status_code == 404


def test_de_vervanger_ziet_en_doet_het_werk_van_een_zieke_collega(wereld, collega, browser_van):
    casus = wereld.casus()
    assert browser_van(collega).get(casus.get_absolute_url()).status_code == 404
    Afwezigheid.objects.create(
        medewerker=wereld.wie["jeugdbeschermer"], vervanger=collega, vanaf=BEGIN, reden="ziek"
    )
    browser = browser_van(collega)
    assert casus.nummer in browser.get("/werk/").content.decode()
    assert browser.get(casus.get_absolute_url()).status_code == 200
    assert Spoor.objects.get(handeling="casus bekijken").namens == str(casus.houder)


def test_wie_weg_is_zonder_vervanger_laat_een_onbeheerde_stap_achter(wereld, als_rol):
    wereld.casus()
    Afwezigheid.objects.create(medewerker=wereld.wie["jeugdbeschermer"], vanaf=BEGIN, reden="ziek")
    tekst = als_rol("teamleider").get("/werk/organisatie/").content.decode()
    assert "Onbeheerd" in tekst


def test_noodtoegang_opent_drie_uur_en_de_teamleider_beoordeelt(wereld, als_rol, browser_van):
    casus = wereld.casus()
    vreemde = make_medewerker("jeugdbeschermer", wereld.regio_organisatie)
    browser = browser_van(vreemde)
    assert browser.get(casus.get_absolute_url()).status_code == 404
    assert (
        browser.post("/werk/noodtoegang/", {"nummer": casus.nummer, "reden": "kort"}).status_code
        == 422
    )
    browser.post("/werk/noodtoegang/", {"nummer": casus.nummer, "reden": "kind staat nu op straat"})
    tekst = browser.get(casus.get_absolute_url()).content.decode()
    assert "noodtoegang" in tekst
    toegang = Noodtoegang.objects.get()
    assert toegang.tot - toegang.vanaf == timedelta(hours=3)
    leider = als_rol("teamleider")
    assert "nog te beoordelen" in leider.get("/werk/noodtoegang/nazien/").content.decode()
    leider.post(
        f"/werk/noodtoegang/{toegang.pk}/", {"terecht": "ja", "oordeel": "het kind was in gevaar"}
    )
    toegang.refresh_from_db()
    assert toegang.terecht is True


def test_na_drie_uur_is_de_noodtoegang_dicht(wereld):
    casus = wereld.casus()
    vreemde = make_medewerker("jeugdbeschermer", wereld.regio_organisatie)
    toen = timezone.now() - timedelta(hours=3, seconds=1)
    actions.break_glass(casus=casus, by=vreemde, now=toen, reden="nodig")
    assert not queries.casussen_for(vreemde.gebruiker).exists()


def test_niemand_beoordeelt_de_eigen_noodtoegang(wereld):
    casus = wereld.casus()
    leider = wereld.wie["teamleider"]
    toegang = actions.break_glass(casus=casus, by=leider, now=timezone.now(), reden="nodig")
    with pytest.raises(CasusFout):
        actions.review_noodtoegang(
            toegang=toegang, by=leider, now=timezone.now(), terecht=True, oordeel="ja"
        )


def test_wie_keek_er_noemt_wie_wanneer_en_waarvoor(wereld, als_rol):
    casus = wereld.casus()
    als_rol("lokaal_team").get(casus.get_absolute_url())
    tekst = (
        als_rol("jeugdbeschermer")
        .get(f"/werk/gezin/{casus.gezin_id}/wie-keek-er/")
        .content.decode()
    )
    assert wereld.wie["lokaal_team"].naam in tekst
    assert "behandelen van een casus" in tekst
