"""The GI looks for a guardian in the network: who was asked, by whom, when, with what result (R304)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from paraplu.overdracht.models import Voogdvraag
from tests.overdracht.bouwen import Loop
from tests.web.wand.achter import achter_de_wand, nummers

pytestmark = pytest.mark.django_db


@pytest.fixture
def voogdij(db) -> Loop:
    return Loop("voogdij")


def vraag(loop, **velden):
    return loop.client("jeugdbeschermer").post(
        f"/werk/maatregel/{loop.maatregel.pk}/voogd/",
        {"wie": "oma", "soort": "burgervoogd", "gevraagd_op": loop.vandaag.isoformat(), **velden},
    )


def antwoord(loop, rij, **velden):
    return loop.client("jeugdbeschermer").post(
        f"/werk/voogdvraag/{rij.pk}/",
        {f"v{rij.pk}-{naam}": waarde for naam, waarde in velden.items()},
    )


def test_wie_wanneer_door_wie_en_het_antwoord_staan_er(voogdij):
    vraag(voogdij)
    rij = Voogdvraag.objects.get()
    assert (rij.wie, rij.door, rij.gevraagd_op) == ("oma", voogdij.houder, voogdij.vandaag)
    antwoord(voogdij, rij, resultaat="denkt_na", op=voogdij.vandaag.isoformat())
    antwoord(voogdij, rij, resultaat="ja", op=voogdij.vandaag.isoformat(), toelichting="Graag.")
    rij.refresh_from_db()
    assert (rij.resultaat, rij.resultaat_op) == ("ja", voogdij.vandaag)
    tekst = voogdij.client("jeugdbeschermer").get(f"/werk/maatregel/{voogdij.maatregel.pk}/voogd/")
    assert "Bereid het einde van de voogdij voor" in tekst.content.decode()


def test_een_antwoord_komt_na_de_vraag_en_wordt_niet_overschreven(voogdij):
    vraag(voogdij)
    rij = Voogdvraag.objects.get()
    gisteren = (voogdij.vandaag - timedelta(days=1)).isoformat()
    assert antwoord(voogdij, rij, resultaat="nee", op=gisteren).status_code == 422
    antwoord(voogdij, rij, resultaat="nee", op=voogdij.vandaag.isoformat())
    assert antwoord(voogdij, rij, resultaat="ja", op=voogdij.vandaag.isoformat()).status_code == 422
    rij.refresh_from_db()
    assert rij.resultaat == "nee"


def test_bij_een_ots_zoekt_niemand_een_voogd(loop):
    assert vraag(loop).status_code == 404


def test_de_vraag_ziet_alleen_wie_het_gezin_ziet(voogdij):
    vraag(voogdij)
    rij = Voogdvraag.objects.get()
    with achter_de_wand(voogdij.houder.gebruiker):
        assert nummers("overdracht_voogdvraag") == {rij.pk}
    for rol in ("backoffice", "zorgaanbieder", "teamleider"):
        with achter_de_wand(voogdij.w.gebruiker(rol)):
            assert nummers("overdracht_voogdvraag") == set()
    assert not connection.needs_rollback


def test_het_verslag_van_het_volgen_staat_voor_de_gi_achter_de_wand(db):
    loop = Loop().tot("opvolgen")
    loop.volg(volgend_op=loop.vandaag + timedelta(days=7))
    with achter_de_wand(loop.houder.gebruiker):
        assert nummers("overdracht_opvolging") == set()
        assert len(nummers("overdracht_overdrachtsgesprek")) == 1
    with achter_de_wand(loop.lt.gebruiker):
        assert len(nummers("overdracht_opvolging")) == 1
