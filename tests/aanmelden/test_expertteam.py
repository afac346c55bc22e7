"""Stap 5B: het regionale expertteam plant, bespreekt en vindt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.models import Bespreking
from paraplu.casussen.models import Afschrift

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


@pytest.fixture
def loop() -> Loop:
    return Loop("301").tot("expertteam")


def plan(loop: Loop, dagen: int = 3, **anders):
    dag = (loop.vandaag + timedelta(days=dagen)).isoformat()
    velden = {"plan__soort": "bespreking", "plan__gepland_op": dag, **anders}
    return loop.doe("expertteam", "expertteam", "plan", **velden)


def verslag(loop: Loop, **anders):
    velden = {
        "verslag__deelnemers": "jeugdbeschermer, aanbieder, gemeente",
        "verslag__knelpunt": "wachttijd",
        "verslag__verslag": "Er is nergens plek.",
        **anders,
    }
    return loop.doe("expertteam", "expertteam", "verslag", **velden)


def test_de_agenda_toont_eerst_te_plannen_en_dan_gepland(loop):
    agenda = "/werk/expertteam/"
    voor = loop.client("expertteam").get(agenda).content.decode()
    assert voor.index(loop.casus.nummer) < voor.index("Er is niets gepland")
    plan(loop)
    na = loop.client("expertteam").get(agenda).content.decode()
    assert na.index("Er is niets te plannen") < na.index(loop.casus.nummer)


def test_een_dag_na_de_termijn_valt_op_in_de_agenda(loop):
    # R113, R280.
    plan(loop, dagen=20)
    assert (
        "dit is na de termijn"
        in loop.client("expertteam").get("/werk/expertteam/").content.decode()
    )


def test_een_dag_die_al_is_geweest_kan_niet(loop):
    assert plan(loop, dagen=-1).status_code == 422


def test_deel_twee_gaat_alleen_mee_met_een_grond(loop):
    plan(loop)
    assert not Afschrift.objects.get(rol="expertteam").met_persoonsgegevens
    adres = loop.stap("expertteam").get_absolute_url()
    tekst = loop.client("expertteam").get(adres).content.decode()
    assert "Wie kan dit gezin helpen?" in tekst
    assert "Testkind" not in tekst


def test_verslag_aanbod_doorbraak_en_boeg_staan_in_de_casus(loop):
    # R114, R115, R281.
    plan(loop)
    loop.doe(
        "expertteam", "expertteam", "aanbod", tafel__aanbieder=loop.w.aanbieder.pk,
        tafel__kan="nee", tafel__reden="geen plek",
    )  # fmt: skip
    loop.doe("expertteam", "expertteam", "boeg", boeg__vraag="wie heeft kennis van autisme")
    loop.doe("expertteam", "expertteam", "boeg_antwoord", boegantwoord__antwoord="wij denken mee")
    verslag(loop, verslag__doorbraak_aanbieder=loop.w.aanbieder.pk)
    bespreking = Bespreking.objects.get()
    assert bespreking.knelpunt == "wachttijd"
    assert bespreking.doorbraak_aanbieder == loop.w.aanbieder
    assert (bespreking.boeg_antwoord, bespreking.aanbod.get().kan) == ("wij denken mee", False)
    loop.sluit("expertteam", "doorbraak", "expertteam")
    assert loop.open() == {"expertteam"}


def test_een_tweede_verslag_van_dezelfde_bespreking_telt_niet(loop):
    plan(loop)
    assert verslag(loop).status_code == 302
    assert verslag(loop, verslag__verslag="anders").status_code == 422
    assert Bespreking.objects.get().verslag == "Er is nergens plek."


def test_een_oplossing_noemt_wie_helpt_en_stuurt_de_stukken_daarheen(loop):
    _netwerk, (lid,) = loop.netwerk(leden=1)
    nieuw = loop.w.wie[lid].organisatie
    plan(loop)
    verslag(loop)
    loop.doe("expertteam", "expertteam", "oplossing", leverer__aanbieder=nieuw.pk)
    loop.casus.refresh_from_db()
    assert loop.casus.aanbieder == nieuw
    assert loop.open() == {"toewijzen"}
    assert Afschrift.objects.filter(organisatie=nieuw, document__soort="aanmeldformulier").exists()


def test_zonder_verslag_is_er_geen_oplossing(loop):
    plan(loop)
    antwoord = loop.doe(
        "expertteam", "expertteam", "oplossing", leverer__aanbieder=loop.w.aanbieder.pk
    )
    assert antwoord.status_code == 422
    assert loop.open() == {"expertteam"}


@pytest.mark.parametrize("rol", ["jeugdbeschermer", "lokaal_team", "zorgaanbieder", "backoffice"])
def test_wie_niet_in_het_expertteam_zit_plant_niets(loop, rol):
    dag = loop.vandaag.isoformat()
    loop.doe(rol, "expertteam", "plan", plan__soort="bespreking", plan__gepland_op=dag)
    assert not Bespreking.objects.exists()
