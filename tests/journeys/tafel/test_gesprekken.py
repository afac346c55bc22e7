"""Aan de tafel: kwart voor twaalf met een evaluatie, en vijf voor twaalf tot het VTO."""

from __future__ import annotations

import pytest
from django.utils.timezone import localdate

from paraplu.casussen.actions import close_stap
from paraplu.tafel import uitkomsten
from paraplu.tafel.models import Evaluatie, Gesprek
from paraplu.tafel.queries import zitting_of
from tests.journeys.tafel.conftest import druk_op, vul_in
from tests.tafel import na
from tests.tafel.aan import DAG, Tafelwereld


@pytest.fixture
def t(stil) -> Tafelwereld:
    return Tafelwereld()


def test_kwart_voor_twaalf_wordt_besproken_en_geevalueerd(t, v):
    casus = na.aan_tafel(t, soort=Gesprek.KWART)
    page = v.als(t.wie["voorzitter"], t.stap(casus, "bespreken").get_absolute_url())
    v.zie(page)
    terug = {"evaluatie_wijze": "schriftelijk", "evaluatie_op": na.LATER.isoformat()}
    vul_in(page, na.ingevuld(zitting_of(casus), **terug))
    druk_op(page, "vast")
    assert uitkomsten.besluit_of(casus).uitkomst == "vrijwillig"

    na.verslagen.send_verslag(
        stap=t.stap(casus, "verslag"),
        besluit=uitkomsten.besluit_of(casus),
        wegen={
            o.sleutel: o.wegen[0]
            for o in na.verslagen.list_ontvangers(uitkomsten.besluit_of(casus))
        },
        voor_kind="We kijken samen hoe het thuis beter kan.",
        by=t.wie["voorzitter"],
        on=localdate(),
    )
    page = v.als(t.wie["voorzitter"], t.stap(casus, "evalueren").get_absolute_url())
    v.zie(page)
    vul_in(
        page,
        {
            "evaluatie-op": localdate().isoformat(),
            "evaluatie-voortgang": "De ouders vragen zelf om hulp.",
            "evaluatie-doorbraak": "ja",
            "evaluatie-vervolg": "klaar",
            "evaluatie-toelichting": "Het gaat goed.",
        },
    )
    druk_op(page, "evalueren")
    assert Evaluatie.objects.get().doorbraak is True
    assert t.open(casus) == {"afronden"}


def test_vijf_voor_twaalf_gaat_met_een_brief_van_een_kind_naar_de_raad(t, v):
    """A fifteen-year-old does not come but writes; the RvdK answers what the chair asked (R57, P28)."""
    casus = t.begin()
    oudste = casus.gezin.personen.filter(rol="kind").order_by("geboortedatum").first()
    t.dien_in(casus, kinderen={f"wijze_{oudste.pk}": "brief"})
    t.nodig_uit(casus)
    close_stap(
        stap=t.stap(casus, "volledigheid"), uitkomst="compleet", by=t.wie["voorzitter"], on=DAG
    )
    na.verstuurd(t, casus, uitkomst="onderzoek", laatste_kans="nee", benut="ja", advies="onderzoek")
    page = v.als(t.wie["voorzitter"], f"/werk/tafelverslag/{na.opvolgen.last_verslag(casus).pk}/")
    v.zie(page)
    assert "Ik wil dat het ruzie maken stopt." in page.inner_text("main")

    page = v.als(t.wie["voorzitter"], t.stap(casus, "vto").get_absolute_url())
    v.zie(page)
    vul_in(
        page,
        {"vto-gronden": "Het stopt niet.", "vto-acuut": "nee", "vto-besproken_op": "2026-01-08"},
    )
    druk_op(page, "vto")
    assert "besluit_raad" in t.open(casus)
    page = v.als(t.wie["raad"], t.stap(casus, "besluit_raad").get_absolute_url())
    v.zie(page)
    dag = localdate().isoformat()
    vul_in(page, {"raad-onderzoek": "ja", "raad-besloten_op": dag})
    druk_op(page, "raad")
    assert uitkomsten.raadsbesluit_of(casus).onderzoek is True
