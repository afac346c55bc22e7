"""The pages: who comes in where, what a form says, and that the survey leaves nothing behind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.opgaven import rem
from paraplu.opgaven.actions import enquete, incidenten, lijsten
from paraplu.opgaven.geheim import find_link, token_of
from paraplu.opgaven.models import (
    Antwoord,
    Enqueteronde,
    Incident,
    Kostenopgave,
    Lijstantwoord,
    Personeelsopgave,
    Vacature,
    Zoekactie,
)
from paraplu.web.models import Aanmeldpoging, Spoor
from tests.opgaven.conftest import EIK, ES
from tests.web.wand.achter import achter_de_wand, nummers, verzoeken_achter_de_wand

pytestmark = pytest.mark.django_db
VANDAAG = localdate()
JAAR = VANDAAG.year - 1
GOED = {"procent": "12,5", "functie": "jeugdbeschermer", "werkdruk": "4", "plezier": ""}


@pytest.fixture(autouse=True)
def achter(monkeypatch):
    """Every request of these tests stands behind the wall."""
    verzoeken_achter_de_wand(monkeypatch)


@pytest.fixture
def link(k):
    ronde = enquete.open_ronde(
        jaar=VANDAAG.year, vanaf=VANDAAG, tot=VANDAAG + timedelta(days=9), gis=[EIK, ES],
        by=k.wie["contractmanager"],
    )  # fmt: skip
    return ronde.links.get(gi=EIK)


@pytest.fixture
def incident(k):
    return incidenten.report_incident(
        gi=EIK, gemeente="0228", kenmerk="Z-1", soort="geweigerd", gemeld_op=VANDAAG,
        by=k.wie["gi"], on=VANDAAG,
    )  # fmt: skip


# ---- the survey --------------------------------------------------------------------------------


def test_een_antwoord_laat_geen_cookie_geen_spoor_en_geen_adres_na(link):
    """R173."""
    adres = reverse("enquete", args=[token_of(link)])
    client = Client(enforce_csrf_checks=True)
    voor = Spoor.objects.count()
    vragen, bedankt = client.get(adres), client.post(adres, GOED, follow=True)
    assert "Welk deel van uw werktijd" in vragen.content.decode()
    assert "Dank u wel" in bedankt.content.decode()
    assert "Dank u wel" in client.get(f"{adres}?bedankt").content.decode(), "opnieuw laden"
    assert not client.cookies
    assert Spoor.objects.count() == voor
    [antwoord] = Antwoord.objects.all()
    assert (antwoord.procent, antwoord.werkdruk, antwoord.plezier) == (12.5, 4, None)
    # The brake counts the link: the same one row whoever answers.
    client.post(adres, GOED, REMOTE_ADDR="203.0.113.9")
    assert Aanmeldpoging.objects.values("sleutel").distinct().count() == 1


@pytest.mark.parametrize("anders", [{"procent": "101"}, {"procent": ""}, {"functie": ""}])
def test_een_fout_antwoord_wordt_niet_bewaard(link, anders):
    antwoord = Client().post(reverse("enquete", args=[token_of(link)]), {**GOED, **anders})
    assert antwoord.status_code == 422
    assert not Antwoord.objects.exists()


def test_een_geraden_of_oude_link_opent_niets(link, monkeypatch):
    goed = token_of(link)
    for fout in (
        goed[:-1] + ("0" if goed[-1] != "0" else "1"),
        "1",
        "x-1",
        "9" * 40,
        goed.partition("-")[2],
    ):
        assert find_link(fout) is None
    assert Client().get(reverse("enquete", args=["1-raad"])).status_code == 404
    monkeypatch.setattr(rem, "PER_ADRES", 1)
    assert Client().get(reverse("enquete", args=[goed])).status_code == 429
    Enqueteronde.objects.update(vanaf=date(2020, 1, 1), tot=date(2020, 1, 2))
    antwoord = Client().get(reverse("enquete", args=[goed]), REMOTE_ADDR="203.0.113.9")
    assert "nu niet open" in antwoord.content.decode()


def test_te_veel_antwoorden_tegelijk_wachten(link, monkeypatch):
    monkeypatch.setattr(rem, "PER_LINK", 1)
    adres = reverse("enquete", args=[token_of(link)])
    assert Client().post(adres, GOED).status_code == 302
    tweede = Client().post(adres, GOED)
    assert (tweede.status_code, Antwoord.objects.count()) == (422, 1)
    assert "kwartier" in tweede.content.decode()


def test_een_gi_krijgt_haar_eigen_link_en_niemand_leest_antwoorden(k, link):
    adres = reverse("enquete_link", args=[link.pk])
    assert token_of(link) in k.als("gi").get(adres).content.decode()
    assert k.als("andere_gi").get(adres).status_code == 404
    k.als("gi").post(adres, {"genodigd": "1"})
    for _keer in range(2):
        Client().post(reverse("enquete", args=[token_of(link)]), GOED)
    assert "meer antwoorden dan mensen" in k.als("gi").get(adres).content.decode()
    assert "2 antwoorden" in k.als("contractmanager").get(reverse("enquetes")).content.decode()
    with achter_de_wand(k.wie["gi"]):
        assert nummers("opgaven_antwoord") == set()


def test_de_contractmanager_begint_een_ronde(k):
    tot = (VANDAAG + timedelta(days=20)).isoformat()
    velden = {"jaar": "2030", "vanaf": VANDAAG.isoformat(), "tot": tot}
    client = k.als("contractmanager")
    assert client.post(reverse("enquete_nieuw"), velden).status_code == 302
    assert {link.gi for link in Enqueteronde.objects.get(jaar=2030).links.all()} == {EIK, ES}
    assert client.post(reverse("enquete_nieuw"), velden).status_code == 422


# ---- returns -----------------------------------------------------------------------------------


def _personeel(**anders) -> dict[str, str]:
    velden = {
        "gezien": 0, "begin": 40, "instroom": 6, "uitstroom": 8, "eind": 38, "van_lokaal": 6,
        "van_veilig_thuis": 0, "van_elders": 0, "van_onbekend": 0,
    }  # fmt: skip
    return {naam: str(waarde) for naam, waarde in {**velden, **anders}.items()}


def test_een_gi_vult_mensen_in_en_verbetert_met_een_reden(k):
    client, adres = k.als("gi"), reverse("opgave_personeel_invullen", args=[JAAR])
    fout = client.post(adres, _personeel(eind=39))
    assert "U vult 39 in op 31 december" in fout.content.decode()
    assert client.post(adres, _personeel()).status_code == 302
    oud = client.post(adres, _personeel(reden="Telfout"))
    assert "nieuwere versie" in oud.content.decode()
    assert client.post(adres, _personeel(gezien=1)).status_code == 422
    assert client.post(adres, _personeel(gezien=1, reden="Telfout")).status_code == 302
    assert [rij.versie for rij in Personeelsopgave.objects.all()] == [1, 2]
    tekst = client.get(reverse("opgave_personeel", args=[EIK, JAAR])).content.decode()
    assert "20,51" in tekst
    assert "Telfout" in tekst


def test_een_gi_vult_kosten_in_met_komma(k):
    from paraplu.opgaven.kosten import SOORTEN  # noqa: PLC0415

    client, adres = k.als("gi"), reverse("opgave_kosten_invullen", args=[JAAR])
    velden = {"gezien": "0", **dict.fromkeys(SOORTEN, "0")}
    assert client.post(adres, velden).status_code == 422
    assert client.get(adres).status_code == 200
    velden |= {"ict": "2910,40", "jeugdbeschermers": "7089,60"}
    assert client.post(adres, velden).status_code == 302
    assert sum(Kostenopgave.objects.get().bedragen.values()) == 10000
    assert "29,10" in client.get(reverse("opgave_kosten", args=[EIK, JAAR])).content.decode()
    assert client.get(reverse("opgave_kosten_invullen", args=[VANDAAG.year])).status_code == 404


def test_een_opgave_is_van_de_gi_en_van_wie_op_de_afspraken_let(k):
    adres = reverse("opgave_kosten", args=[EIK, JAAR])
    status = {naam: k.als(naam).get(adres).status_code for naam in k.wie}
    assert {naam for naam, code in status.items() if code == 200} == {
        "gi", "contractmanager", "andere_regio",
    }  # fmt: skip
    assert status["andere_gi"] == 404
    overzicht = reverse("opgaven")
    assert f"GI-{ES}" in k.als("contractmanager").get(overzicht).content.decode()
    assert f"GI-{ES}" not in k.als("gi").get(overzicht).content.decode()


def test_een_regio_vult_haar_eigen_lijst_in(k):
    """R52, R53, P20: the start and the requests are computed, and there is no norm; R47 to R51 warn."""
    adres = reverse("regiolijst_punt", args=["FV", "ra8", "tafel"])
    velden = {"stand": "ja", "sinds": "2022-03-01", "bewijs": "Besluit 12"}
    assert k.als("andere_regio").post(adres, velden).status_code == 404
    client = k.als("contractmanager")
    assert client.post(adres, {**velden, "sinds": ""}).status_code == 422
    assert client.post(adres, velden).status_code == 302
    assert client.post(adres, {**velden, "stand": "nee"}).status_code == 302
    assert [rij.sinds for rij in Lijstantwoord.objects.all()] == [date(2022, 3, 1), None]
    tekst = client.get(reverse("regiolijst", args=["FV"])).content.decode()
    assert "Besluit 12" in tekst
    assert "houdt een start niet tegen" in tekst
    assert "Een norm voor het aantal verzoeken is niet afgesproken" in tekst
    assert client.get(reverse("regiolijst", args=["XX"])).status_code == 404


# ---- incidents, guardians, vacancies ------------------------------------------------------------

ZIEN = {"gi", "jeugdbeschermer", "contractmanager", "backoffice"}


def test_een_incident_is_van_de_gi_de_gemeente_en_de_regio(k, incident):
    """R189; the page and the database say the same."""
    adres = incident.get_absolute_url()
    assert {naam for naam in k.wie if k.als(naam).get(adres).status_code == 200} == ZIEN
    for naam, wie in k.wie.items():
        with achter_de_wand(wie):
            assert bool(nummers("opgaven_incident")) == (naam in ZIEN), naam


def test_een_incident_melden_en_bijwerken(k):
    client, adres = k.als("jeugdbeschermer"), reverse("incident_nieuw")
    velden = {"gemeente": "0228", "kenmerk": "Z-9", "soort": "anders", "gemeld_op": VANDAAG.isoformat()}  # fmt: skip
    for anders in (
        {"kenmerk": "Fenna Jansen"},
        {"kenmerk": "999900006"},
        {"oude_gemeente": "0202"},
    ):
        assert client.post(adres, {**velden, **anders}).status_code == 422, anders
    assert client.post(adres, velden).status_code == 302
    incident = Incident.objects.get()
    stap = reverse("incident_stap", args=[incident.pk])
    gisteren = (VANDAAG - timedelta(days=1)).isoformat()
    assert client.post(stap, {"opgelost_op": gisteren, "uren": "2"}).status_code == 422
    assert k.als("backoffice").post(stap, {"opgelost_op": VANDAAG.isoformat(), "uren": "2,5"}).status_code == 302  # fmt: skip
    tekst = client.get(incident.get_absolute_url()).content.decode()
    assert "Jeugdwet artikel 8.2.1" in tekst
    assert "2,5 uur zoeken" in tekst
    assert incident.nummer in client.get(reverse("incidenten")).content.decode()
    assert Spoor.objects.filter(handeling="incident melden", voorwerp=incident.nummer).exists()


def test_een_gi_meldt_dat_haar_lijst_volledig_is(k):
    adres = reverse("incidenten_compleet", args=[JAAR])
    assert k.als("gi").post(adres).status_code == 302
    assert k.als("gi").post(reverse("incidenten_compleet", args=[VANDAAG.year])).status_code == 404
    tekst = k.als("contractmanager").get(reverse("opgaven")).content.decode()
    assert tekst.count("nog niet<") == 5


def test_de_woonplaats_uitzoeken_bewaart_niets(k):
    client, adres = k.als("backoffice"), reverse("woonplaats")
    velden = {"op": "2023-05-01", "verblijf": "ja", "in_buitenland": "nee", "adres_voor_verblijf": "ede"}  # fmt: skip
    assert "De woonplaats is Ede" in client.post(adres, velden).content.decode()
    open_ = client.post(adres, {**velden, "adres_voor_verblijf": ""}).content.decode()
    assert "Dit is nog niet te zeggen" in open_
    assert client.post(adres, {**velden, "op": "2021-05-01"}).status_code == 422
    assert not Spoor.objects.filter(voorwerp__contains="0228").exists()


def test_wie_is_gevraagd_als_voogd_blijft_bij_de_eigen_gi(k):
    """R304."""
    client = k.als("jeugdbeschermer")
    velden = {"kenmerk": "V-1", "wie": "familie", "gevraagd_op": VANDAAG.isoformat()}
    assert client.post(reverse("zoekactie_nieuw"), velden).status_code == 302
    actie = Zoekactie.objects.get()
    antwoord = reverse("zoekactie_uitkomst", args=[actie.pk])
    assert k.als("andere_gi").get(antwoord).status_code == 404
    assert client.post(antwoord, {"uitkomst": "ja"}).status_code == 302
    assert client.post(antwoord, {"uitkomst": "nee"}).status_code == 422
    assert "V-1" in client.get(reverse("zoekacties")).content.decode()
    assert "V-1" not in k.als("andere_gi").get(reverse("zoekacties")).content.decode()
    for naam, wie in k.wie.items():
        with achter_de_wand(wie):
            assert bool(nummers("opgaven_zoekactie")) == (naam in {"gi", "jeugdbeschermer"}), naam


def test_een_vacature_zien_alle_partijen_en_sluit_de_eigen_organisatie(k):
    """R151."""
    velden = {
        "soort": "snuffelstage", "titel": "Meekijken", "tekst": "", "vindplaats": "",
        "vanaf": VANDAAG.isoformat(), "tot": (VANDAAG + timedelta(days=9)).isoformat(),
    }  # fmt: skip
    assert k.als("gi").post(reverse("vacature_nieuw"), velden).status_code == 302
    sluiten = reverse("vacature_sluiten", args=[Vacature.objects.get().pk])
    assert "Meekijken" in k.als("backoffice").get(reverse("vacatures")).content.decode()
    assert k.als("andere_gi").post(sluiten).status_code == 404
    assert k.als("gi").post(sluiten).status_code == 302
    assert "Meekijken" not in k.als("gi").get(reverse("vacatures")).content.decode()


def test_de_database_toont_een_opgave_aan_dezelfde_mensen(k, link):
    lijsten.note_antwoord(
        regio="FV", lijst="ra8", sleutel="tafel", stand="nee", bewijs="x",
        by=k.wie["contractmanager"], on=VANDAAG,
    )  # fmt: skip
    test_een_gi_vult_kosten_in_met_komma(k)
    for naam, wie in k.wie.items():
        with achter_de_wand(wie):
            ziet = naam in {"gi", "contractmanager", "andere_regio"}
            assert bool(nummers("opgaven_kostenopgave")) == ziet, naam
            assert bool(nummers("opgaven_kostenregel")) == ziet, naam


# ---- what a page shows -------------------------------------------------------------------------


@pytest.mark.parametrize("pad", ["/opgaven/", "/woonplaats/incidenten/"])
def test_een_jaar_is_geen_duizendtal_en_is_te_kiezen(k, pad):
    client = k.als("gi")
    pagina = client.get(pad, {"jaar": JAAR - 1}).content.decode()
    assert f'href="?jaar={JAAR - 1}" aria-current="page">{JAAR - 1}</a>' in pagina
    assert f"{JAAR - 1:,}".replace(",", ".") not in pagina


@pytest.mark.parametrize("pad", ["/opgaven/", "/woonplaats/incidenten/"])
def test_een_jaar_dat_geen_jaar_is_geeft_het_gewone(k, pad):
    assert k.als("gi").get(pad, {"jaar": "²"}).status_code == 200


def test_de_link_van_een_enquete_die_dicht_is_staat_er_niet(k, link):
    weg = reverse("enquete_link", args=[link.pk])
    assert weg in k.als("gi").get(reverse("enquetes")).content.decode()
    Enqueteronde.objects.update(vanaf=VANDAAG - timedelta(days=9), tot=VANDAAG - timedelta(days=1))
    assert weg not in k.als("gi").get(reverse("enquetes")).content.decode()
