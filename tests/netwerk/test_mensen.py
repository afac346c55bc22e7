"""Who works where and in which role; who is away, and what leans on them (R19, R22, R235)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from paraplu.afspraken.routes import ROLLEN
from paraplu.netwerk import beheer, betrokken, queries
from paraplu.netwerk.actions import mensen
from paraplu.netwerk.models import Afwezigheid, Functie, Medewerker, Team
from paraplu.netwerk.rollen import NAMEN, rollen_van
from paraplu.web.models import Spoor
from tests.netwerk.bouwen import BEGIN, DAG, make_contact, make_gebruiker, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ingericht(gelderland, nep) -> None:
    """Each test begins with a Gelderland that is set up."""


def browser(gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


@pytest.fixture
def leider() -> Medewerker:
    return make_medewerker("teamleider", "GI-JBGLD", naam="Tess")


def test_een_teamleider_neemt_iemand_aan_en_geeft_een_rol(leider):
    client = browser(leider.gebruiker)
    gegevens = {"naam": "Nora", "telefoon": "026 000 00 00", "e_mail": "", "vanaf": localdate()}
    client.post(reverse("medewerker_nieuw", args=["GI-JBGLD"]), gegevens)
    nora = Medewerker.objects.get(naam="Nora")
    antwoord = client.post(
        reverse("functie_nieuw", args=[nora.pk]), {"rol": "jeugdbeschermer", "vanaf": localdate()}
    )
    assert antwoord.status_code == 302
    assert queries.has_rol(nora, "jeugdbeschermer", leider.organisatie, op=localdate())
    assert not any("Nora" in spoor.voorwerp for spoor in Spoor.objects.all())


def test_een_teamleider_van_een_andere_gi_ziet_deze_mensen_niet(leider):
    client = browser(make_medewerker("teamleider", "GI-WSS").gebruiker)
    for route, wat in (
        ("mensen", "GI-JBGLD"), ("medewerker", leider.pk), ("functie_nieuw", leider.pk),
        ("medewerker_nieuw", "GI-JBGLD"),
    ):  # fmt: skip
        assert client.get(reverse(route, args=[wat])).status_code == 404


def test_een_jeugdbeschermer_ziet_collega_s_en_wijzigt_niets(leider):
    client = browser(make_medewerker("jeugdbeschermer", "GI-JBGLD").gebruiker)
    assert "Tess" in client.get(reverse("mensen", args=["GI-JBGLD"])).content.decode()
    assert client.get(reverse("medewerker", args=[leider.pk])).status_code == 403


def test_niemand_geeft_of_beeindigt_een_eigen_rol(leider):
    client = browser(leider.gebruiker)
    functie = leider.functies.get()
    antwoord = client.post(
        reverse("functie_nieuw", args=[leider.pk]), {"rol": "jeugdbeschermer", "vanaf": DAG}
    )
    assert "geeft of beëindigt een ander" in antwoord.content.decode()
    client.post(reverse("functie_beeindigen", args=[functie.pk]), {"tot": DAG})
    client.post(reverse("medewerker_beeindigen", args=[leider.pk]), {"tot": DAG})
    functie.refresh_from_db()
    assert (Functie.objects.count(), functie.tot) == (1, None)


@pytest.mark.parametrize(
    ("sleutel", "rol"), [("GI-JBGLD", "backoffice"), ("LT-0228", "jeugdbeschermer"), ("RVDK", "expertteam")]
)  # fmt: skip
def test_een_rol_moet_bij_de_soort_organisatie_passen(sleutel, rol, leider):
    organisatie = queries.organisatie(sleutel)
    wie = Medewerker.objects.create(naam="Nora", organisatie=organisatie, vanaf=BEGIN)
    with pytest.raises(mensen.RolPastNiet):
        mensen.add_functie(
            medewerker=wie, rol=rol, organisatie=organisatie, vanaf=BEGIN, by=leider.gebruiker
        )


def test_elke_rol_van_de_routes_hoort_bij_een_soort_organisatie():
    """Who brings a family to the table or an escalation in has that role in the case only."""
    van_iedere_soort = (
        "GI-WSS", "LT-0228", "GEM-0228", "ZA-PLURYN", "REG-FV", "RET-FV", "JBT-FV", "VT-GM", "RVDK",
    )  # fmt: skip
    uitgedeeld = {
        rol for sleutel in van_iedere_soort for rol in rollen_van(queries.organisatie(sleutel))
    }
    assert uitgedeeld == set(ROLLEN) - {"aanmelder", "inbrenger"} == set(NAMEN)


def test_de_gemeente_beheert_ook_haar_lokale_team_en_de_regio_haar_expertteam():
    gemeente = make_medewerker("backoffice", "GEM-0228").gebruiker
    regio = make_medewerker("regionaal_contactpersoon", "REG-FV").gebruiker
    assert {o.sleutel for o in beheer.te_beheren(gemeente, op=DAG)} == {"GEM-0228", "LT-0228"}
    assert {o.sleutel for o in beheer.te_beheren(regio, op=DAG)} == {
        "REG-FV", "RET-FV", "JBT-FV", "NET-FV",
    }  # fmt: skip


def test_een_account_zonder_medewerker_hoort_bij_de_organisatie_van_het_account():
    for soort, sleutel in (
        ("lokaalteam", "LT-0228"), ("backoffice", "GEM-0228"), ("regio", "REG-FV"), ("expertteam", "RET-FV"),
    ):  # fmt: skip
        gebruiker = make_gebruiker(soort, queries.organisatie(sleutel))
        assert [o.sleutel for o in beheer.organisaties_of(gebruiker, op=DAG)] == [sleutel]


def test_een_rol_in_een_team_begint_en_eindigt(leider):
    client = browser(leider.gebruiker)
    client.post(reverse("team_nieuw", args=["GI-JBGLD"]), {"naam": "Team Noord"})
    team = Team.objects.get()
    wie = make_medewerker("jeugdbeschermer", "GI-JBGLD")
    client.post(
        reverse("functie_nieuw", args=[wie.pk]),
        {"rol": "gedragswetenschapper", "team": team.pk, "vanaf": "2022-01-01"},
    )
    functie = wie.functies.get(rol="gedragswetenschapper")
    assert functie.team == team
    client.post(reverse("functie_beeindigen", args=[functie.pk]), {"tot": "2022-03-01"})
    gi = leider.organisatie
    assert queries.has_rol(wie, "gedragswetenschapper", gi, op=date(2022, 3, 1))
    assert not queries.has_rol(wie, "gedragswetenschapper", gi, op=date(2022, 3, 2))
    client.post(reverse("team_beeindigen", args=[team.pk]))
    team.refresh_from_db()
    assert team.tot == localdate()


def test_wie_weggaat_verliest_alle_rollen_en_de_pagina_zegt_wat_een_ander_moet_krijgen(leider):
    """R235: departure lists what needs somebody else."""
    lotte = make_medewerker("jeugdbeschermer", "GI-JBGLD", naam="Lotte")
    make_contact("partner", "GI-JBGLD", medewerker=lotte, gemeente="0228")
    client = browser(leider.gebruiker)
    antwoord = client.post(
        reverse("medewerker_beeindigen", args=[lotte.pk]), {"tot": localdate()}, follow=True
    )
    morgen = localdate() + timedelta(days=1)
    assert not queries.has_rol(lotte, "jeugdbeschermer", leider.organisatie, op=morgen)
    assert "Geef dit aan een ander" in antwoord.content.decode()


def test_wat_een_kamer_hierboven_weet_staat_erbij(leider, monkeypatch):
    monkeypatch.setattr(betrokken, "_BRONNEN", {})
    betrokken.register("proef", lambda wie, *, op: [betrokken.Betrokken("Casus C1", "/c/1/")])
    assert [b.tekst for b in betrokken.betrokken_bij(leider, op=DAG)] == ["Casus C1"]


def meld(client, wie, **anders):
    gegevens = {
        "medewerker": wie.pk,
        "vanaf": localdate(),
        "tot": "",
        "reden": "verlof",
        "vervanger": "",
    }
    return client.post(reverse("afwezigheid"), {**gegevens, **anders}, follow=True)


def test_wie_afwezig_is_meldt_dat_zelf_en_krijgt_de_vraag_wie_het_overneemt():
    lotte = make_medewerker("lokaal_team", "LT-0228", naam="Lotte")
    make_contact("lokaal_team", "LT-0228", medewerker=lotte)
    tekst = meld(browser(lotte.gebruiker), lotte).content.decode()
    assert "kies een vervanger" in tekst
    assert "Eén collega is afwezig zonder vervanger" in tekst
    assert "Vast contact van het lokale team" in tekst


def test_een_vervanger_kan_het_werk_doen_zolang_het_duurt(leider):
    lotte = make_medewerker("jeugdbeschermer", "GI-JBGLD", naam="Lotte")
    sam = make_medewerker("jeugdbeschermer", "GI-JBGLD", naam="Sam")
    meld(browser(leider.gebruiker), lotte, vervanger=sam.pk)
    vandaag = localdate()
    assert list(queries.stands_in_for(sam, op=vandaag)) == [lotte]
    rij = Afwezigheid.objects.get()
    browser(leider.gebruiker).post(reverse("afwezigheid_einde", args=[rij.pk]))
    assert list(queries.stands_in_for(sam, op=vandaag)) == []


def test_wat_nog_moest_beginnen_gaat_niet_door():
    lotte = make_medewerker("lokaal_team", "LT-0228")
    straks = localdate() + timedelta(days=10)
    client = browser(lotte.gebruiker)
    meld(client, lotte, vanaf=straks)
    rij = Afwezigheid.objects.get()
    client.post(reverse("afwezigheid_einde", args=[rij.pk]))
    rij.refresh_from_db()
    assert rij.tot < rij.vanaf
    assert not Afwezigheid.objects.filter(queries.in_force(straks)).exists()


@pytest.mark.parametrize("anders", [{"tot": "2000-01-01"}, {"reden": "ziek"}, {"vanaf": ""}])
def test_een_melding_die_niet_kan_wordt_niet_opgeslagen(anders):
    lotte = make_medewerker("lokaal_team", "LT-0228")
    assert meld(browser(lotte.gebruiker), lotte, **anders).status_code == 422
    assert not Afwezigheid.objects.exists()


def test_iemand_die_er_ook_niet_is_kan_niet_waarnemen(leider):
    lotte = make_medewerker("jeugdbeschermer", "GI-JBGLD", naam="Lotte")
    sam = make_medewerker("jeugdbeschermer", "GI-JBGLD", naam="Sam")
    client = browser(leider.gebruiker)
    meld(client, sam)
    antwoord = meld(client, lotte, vervanger=sam.pk)
    assert "er dan ook niet" in antwoord.content.decode()
    assert Afwezigheid.objects.count() == 1


def test_de_afwezigheid_van_een_ander_team_kan_niemand_melden():
    lotte = make_medewerker("lokaal_team", "LT-0228")
    ander = make_medewerker("lokaal_team", "LT-0267")
    assert meld(browser(ander.gebruiker), lotte).status_code == 422
    assert not Afwezigheid.objects.exists()


def test_zonder_medewerker_zegt_de_pagina_wat_er_moet_gebeuren(als):
    tekst = als("lokaalteam").get(reverse("afwezigheid")).content.decode()
    assert "hoort nog niet bij een medewerker" in tekst
