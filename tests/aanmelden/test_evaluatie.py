"""Terugkijken op de hulp op de afgesproken momenten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.aanmelden.models import Evaluatiemoment
from paraplu.aanmelden.queries import herinneringen_for

from .lopen import Loop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("var_map", "statisch")]


@pytest.fixture
def loop() -> Loop:
    loop = Loop("301").tot_start()
    loop.doe("zorgaanbieder", "start_hulp", "start", start__begindatum=loop.vandaag.isoformat())
    Evaluatiemoment.objects.update(op=loop.vandaag)
    return loop


def leg_vast(loop: Loop, rol: str = "jeugdbeschermer", **anders):
    pk = Evaluatiemoment.objects.earliest("pk").pk
    data = {"uitkomst": "doorgaan", "verslag": "het gaat goed", **anders}
    return loop.client(rol).post(f"/werk/evaluatie/{pk}/", data)


def test_jeugdbeschermer_en_lokaal_team_worden_herinnerd(loop):
    for rol in ("jeugdbeschermer", "lokaal_team"):
        (herinnering,) = herinneringen_for(loop.w.gebruiker(rol), loop.vandaag)
        assert (herinnering.soort, herinnering.dag) == ("evaluatie", loop.vandaag)
        assert herinnering.is_te_laat(op=loop.vandaag + timedelta(days=1))
    assert herinneringen_for(loop.w.gebruiker("zorgaanbieder"), loop.vandaag) == []


def test_een_evaluatie_geeft_een_volgend_moment(loop):
    volgende = loop.vandaag + timedelta(days=60)
    leg_vast(loop, "lokaal_team", volgende=volgende.isoformat())
    eerste, tweede = Evaluatiemoment.objects.order_by("pk")
    assert (eerste.uitkomst, eerste.door) == ("doorgaan", loop.w.wie["lokaal_team"])
    assert (tweede.op, tweede.gehouden_op) == (volgende, None)
    assert herinneringen_for(loop.w.gebruiker("lokaal_team"), loop.vandaag) == []


def test_van_twee_mensen_tegelijk_telt_de_eerste(loop):
    leg_vast(loop)
    assert leg_vast(loop, "lokaal_team", verslag="anders").status_code == 422
    assert Evaluatiemoment.objects.get().verslag == "het gaat goed"


@pytest.mark.parametrize(
    "anders",
    [{"uitkomst": "x"}, {"verslag": ""}, {"volgende": "2001-01-01"}, {"verslag": "999900006"}],
)
def test_een_onmogelijke_evaluatie_wordt_niet_bewaard(loop, anders):
    assert leg_vast(loop, **anders).status_code == 422
    assert Evaluatiemoment.objects.get().gehouden_op is None


def test_een_aanbieder_legt_geen_evaluatie_vast(loop):
    assert leg_vast(loop, "zorgaanbieder").status_code == 403
