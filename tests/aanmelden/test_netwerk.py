"""Stap 5 en 5A: kiezen wie verder zoekt, het netwerk vragen, en wat elk lid antwoordt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.models import Netwerkantwoord, Netwerkvraag
from paraplu.aanmelden.queries import herinneringen_for
from paraplu.casussen.models import Afschrift, Gebeurtenis

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


def gevraagd(route: str = "301") -> tuple[Loop, Netwerkvraag]:
    loop = Loop(route).tot("netwerk")
    netwerk, _leden = loop.netwerk()
    loop.doe("jeugdbeschermer", "netwerk", "vraag", vraag__netwerken=[netwerk.pk])
    return loop, Netwerkvraag.objects.get()


def antwoord(loop: Loop, vraag: Netwerkvraag, lid: str, kan: str, **anders):
    dag = (loop.vandaag + timedelta(days=14)).isoformat()
    data = {"kan": kan, "toelichting": "zo is het", "beschikbaar_vanaf": dag, **anders}
    return loop.client(lid).post(f"/werk/netwerkvraag/{vraag.pk}/", data)


def test_de_eerste_aanbieder_wordt_mede_eigenaar_en_het_lokale_team_hoort_wat_volgt():
    # R11, R111.
    loop = Loop("301").tot("netwerk")
    loop.casus.refresh_from_db()
    assert (loop.casus.mede_eigenaar, loop.casus.houder) == (
        loop.w.aanbieder, loop.w.wie["jeugdbeschermer"],
    )  # fmt: skip
    bericht = Gebeurtenis.objects.get(soort="lokaal_team_bericht")
    assert (bericht.namens, bericht.gegevens) == (loop.w.lokaal_team, {"vervolg": "netwerk"})
    assert (
        loop.client("zorgaanbieder").get(loop.stap("netwerk").get_absolute_url()).status_code == 200
    )


def test_elk_lid_krijgt_alleen_deel_een_en_een_herinnering():
    # R279.
    loop, vraag = gevraagd()
    naar_leden = Afschrift.objects.filter(organisatie__in=[
        vraag.netwerk, loop.w.wie["lid2"].organisatie, loop.w.wie["lid3"].organisatie,
    ])  # fmt: skip
    assert naar_leden.count() == 3
    assert not naar_leden.filter(met_persoonsgegevens=True).exists()
    (herinnering,) = herinneringen_for(loop.w.gebruiker("lid2"), loop.vandaag)
    tekst = loop.client("lid2").get(herinnering.adres).content.decode()
    assert "Wie kan dit gezin helpen?" in tekst
    assert "Testkind" not in tekst


def test_een_lid_ziet_het_antwoord_van_een_ander_niet():
    loop, vraag = gevraagd()
    antwoord(loop, vraag, "lid2", "nee", toelichting="wij zitten vol tot kerst")
    tekst = loop.client("lid3").get(f"/werk/netwerkvraag/{vraag.pk}/").content.decode()
    casus = loop.client("lid3").get(loop.casus.get_absolute_url()).content.decode()
    assert "vol tot kerst" not in tekst + casus


def test_wie_geen_lid_is_vindt_de_vraag_niet():
    loop, vraag = gevraagd()
    adres = f"/werk/netwerkvraag/{vraag.pk}/"
    assert loop.client("zorgaanbieder").get(adres).status_code == 404
    assert loop.client("lokaal_team").get(adres).status_code == 403


def test_de_vraag_blijft_open_tot_een_lid_is_gekozen():
    loop, vraag = gevraagd()
    antwoord(loop, vraag, "lid2", "nee")
    assert loop.open() == {"netwerk"}
    antwoord(loop, vraag, "lid3", "ja")
    ja = Netwerkantwoord.objects.get(kan=True)
    loop.doe(
        "jeugdbeschermer", "netwerk", "kies", kies__antwoord=ja.pk, kies__rol="jeugdbeschermer"
    )
    vraag.refresh_from_db()
    loop.casus.refresh_from_db()
    assert (vraag.uitkomst, loop.casus.aanbieder) == ("gevonden", ja.aanbieder)
    assert loop.open() == {"toewijzen"}
    assert loop.client("lid2").get(f"/werk/netwerkvraag/{vraag.pk}/").status_code in {200, 404}
    assert antwoord(loop, vraag, "lid2", "ja").status_code in {404, 422}


def test_in_301_stuurt_een_aanbieder_alleen_door_met_een_afspraak():
    # P35.
    loop, vraag = gevraagd()
    antwoord(loop, vraag, "lid2", "ja")
    ja = Netwerkantwoord.objects.get()
    kies = {"kies__antwoord": ja.pk, "kies__rol": "zorgaanbieder"}
    assert loop.doe("jeugdbeschermer", "netwerk", "kies", **kies).status_code == 422
    loop.doe("jeugdbeschermer", "netwerk", "kies", **kies, kies__afspraak="met de aanbieder gebeld")
    doorgestuurd = Gebeurtenis.objects.get(soort="doorgestuurd")
    assert doorgestuurd.namens == loop.w.aanbieder
    assert doorgestuurd.gegevens["rol"] == "zorgaanbieder"


def test_in_315_gaan_bepaling_en_formulier_naar_wie_levert_en_vraagt_die_aan():
    loop, vraag = gevraagd("315")
    antwoord(loop, vraag, "lid2", "ja")
    ja = Netwerkantwoord.objects.get()
    loop.doe("zorgaanbieder", "netwerk", "kies", kies__antwoord=ja.pk, kies__rol="zorgaanbieder")
    soorten = Afschrift.objects.filter(organisatie=ja.aanbieder).values_list(
        "document__soort", flat=True
    )
    assert {"bepaling", "aanmeldformulier"} <= set(soorten)
    stap = loop.stap("verzoek_toewijzing")
    assert (stap.organisatie, stap.anker) == (ja.aanbieder, loop.vandaag)


def test_een_nee_van_het_netwerk_sluit_de_vraag_met_reden():
    loop, vraag = gevraagd()
    loop.doe(
        "jeugdbeschermer", "netwerk", "niemand", niemand__vraag=vraag.pk, niemand__reden="te zwaar"
    )
    vraag.refresh_from_db()
    assert (vraag.uitkomst, vraag.reden) == ("niemand", "te zwaar")
    assert antwoord(loop, vraag, "lid2", "ja").status_code == 422


def test_na_de_stap_zijn_de_andere_leden_weg_en_de_mede_eigenaar_niet():
    loop, _vraag = gevraagd()
    loop.sluit("netwerk", "naar_expertteam")
    binnen = set(
        loop.casus.deelnames.filter(tot=None).values_list("organisatie__sleutel", flat=True)
    )
    assert "ZA-1" in binnen
    assert not binnen & {"ZA-2", "ZA-3", "NW-1"}


def test_de_regio_beheert_wie_in_een_netwerk_zit():
    loop = Loop("301")
    netwerk, _leden = loop.netwerk(leden=1)
    client = loop.client("regionaal_contactpersoon")
    client.post("/werk/netwerkleden/", {"netwerk": netwerk.pk, "aanbieder": loop.w.aanbieder.pk})
    assert set(netwerk.netwerkleden.filter(tot=None).values_list("aanbieder__sleutel", flat=True)) == {
        "ZA-1", "ZA-2",
    }  # fmt: skip
    for vreemd in ("x", "-1", "9" * 30, ""):
        antwoorden = client.post("/werk/netwerkleden/", {"netwerk": vreemd, "aanbieder": "1"})
        assert antwoorden.status_code == 404


def test_de_keuze_van_stap_5_staat_maar_een_keer_op_de_pagina():
    loop = Loop("301").tot_keuze()
    pagina = loop.client("jeugdbeschermer").get(loop.stap("keuze_vervolg").get_absolute_url())
    tekst = pagina.content.decode()
    assert 'name="uitkomst" value="ingetrokken"' in tekst
    assert 'name="uitkomst" value="netwerk"' not in tekst
