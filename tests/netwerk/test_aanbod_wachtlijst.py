"""The waiting list of an organisation itself, told by that organisation (R240)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.utils.timezone import localdate

from paraplu.netwerk.aanbod import actions, wachten
from paraplu.netwerk.models import Organisatie, Wachtlijst
from tests.netwerk.aanbod_bouwen import LANG_GELEDEN, OP, maak_gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def gi():
    return Organisatie.objects.create(
        sleutel="GI-PROEF", soort="gi", naam="GI Proef", code="90000001", vanaf=LANG_GELEDEN
    )


def meld(organisatie, *, op=OP, aantal=12, langste=80, mediaan=30):
    return actions.tell_wachtlijst(
        organisatie=organisatie, datum=op, aantal=aantal, langste=langste, mediaan=mediaan,
        by=maak_gebruiker(),
    )  # fmt: skip


def test_de_nieuwste_opgave_van_een_organisatie_telt(gi):
    meld(gi, op=OP - timedelta(days=30), aantal=40)
    meld(gi)
    [rij] = wachten.wachtlijsten_for(maak_gebruiker(), on=OP)
    assert rij.lijst.aantal == 12


def test_een_tweede_opgave_van_dezelfde_dag_verbetert_de_eerste(gi):
    meld(gi)
    meld(gi, aantal=13)
    [rij] = wachten.wachtlijsten_for(maak_gebruiker(), on=OP)
    assert rij.lijst.aantal == 13
    assert wachten.history(gi, on=OP).count() == 2


def test_wie_niemand_laat_wachten_heeft_geen_wachttijd(gi):
    assert meld(gi, aantal=0).langste is None


@pytest.mark.parametrize(("aantal", "klein"), [(4, True), (5, False)])
def test_een_ander_ziet_van_een_korte_lijst_geen_getal(gi, aantal, klein):
    meld(gi, aantal=aantal)
    [rij] = wachten.wachtlijsten_for(maak_gebruiker(), on=OP)
    assert rij.is_klein is klein


def test_de_pagina_verbergt_een_korte_lijst_voor_anderen_en_niet_voor_de_organisatie(gi, als, nep):
    meld(gi, op=localdate(), aantal=3, langste=77)
    ander = als("wethouder").get("/hulpaanbod/wachtlijsten/").content.decode()
    assert "minder dan 5" in ander
    assert "77" not in ander
    assert ">77<" in als("gi").get("/hulpaanbod/wachtlijsten/").content.decode()


def test_een_gi_geeft_de_eigen_wachtlijst_op(gi, als, nep):
    velden = {"datum": str(localdate()), "aantal": "9", "langste": "60", "mediaan": "20"}
    antwoord = als("gi").post("/hulpaanbod/wachtlijsten/opgeven/", velden, follow=True)
    assert "Uw opgave is bewaard." in antwoord.content.decode()
    assert Wachtlijst.objects.get().organisatie == gi


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"aantal": "9", "langste": "", "mediaan": ""}, "Vul dit in als er gezinnen wachten."),
        ({"aantal": "9", "langste": "5", "mediaan": "6"}, "nooit langer dan de langste"),
        ({"aantal": "-1"}, "Vul een getal van 0 of hoger in."),
        ({"datum": str(localdate() + timedelta(days=1))}, "Kies vandaag of een eerdere dag."),
    ],
)
def test_een_opgave_die_niet_klopt_wordt_uitgelegd(gi, als, nep, velden, fout):
    goed = {"datum": str(localdate()), "aantal": "9", "langste": "60", "mediaan": "20"}
    antwoord = als("gi").post("/hulpaanbod/wachtlijsten/opgeven/", goed | velden)
    assert antwoord.status_code == 422
    assert fout in antwoord.content.decode()
    assert not Wachtlijst.objects.exists()


def test_een_aanbieder_heeft_hier_geen_wachtlijst(als, nep):
    assert als("aanbieder").post("/hulpaanbod/wachtlijsten/opgeven/").status_code == 403


def test_de_database_weigert_een_wachtlijst_te_wijzigen(gi):
    meld(gi)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Wachtlijst.objects.update(aantal=1)
