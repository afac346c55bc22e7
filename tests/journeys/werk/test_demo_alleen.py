"""One person clicks a whole route through: the demo plays the other parties."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from paraplu.aanmelden.actions.beginnen import begin_aanmelding
from paraplu.casussen import actions
from paraplu.casussen.models import Casus, Maatregel
from paraplu.demo.werk.mensen import make_mensen
from paraplu.demo.werk.partijen import aanbieders_for
from paraplu.netwerk.models import Medewerker
from paraplu.web.actions import maak_demo_accounts
from paraplu.web.models import Gebruiker
from tests.aanmelden.invullen import koop_in
from tests.journeys.werk.antwoorden import GESPREK, bepaling, formulier
from tests.journeys.werk.mensen import add_kind
from tests.journeys.werk.verhaal import druk, vul


@pytest.fixture
def marit(django_db_reset_sequences, eigen_var, lege_monitor):
    """The jeugdbeschermer of the demo, and everybody around her."""
    maak_demo_accounts()
    beheerder = Gebruiker.objects.get(gebruikersnaam="demo-beheerder")
    make_mensen(on=localdate(), by=beheerder)
    return Gebruiker.objects.get(gebruikersnaam="demo-jeugdbeschermer")


def _casus(marit: Gebruiker) -> Casus:
    """A case of the demo that begins today, with a provider whose help was bought."""
    wie = Medewerker.objects.get(gebruiker=marit)
    kind = add_kind(
        gezin=actions.open_gezin(gemeente="0228", regio="FV", on=localdate()),
        by=wie,
        op=localdate(),
    )
    actions.set_regisseur(gezin=kind.gezin, medewerker=wie, on=localdate())
    maatregel = actions.start_maatregel(
        persoon=kind,
        soort=Maatregel.Soort.OTS,
        gi=wie.organisatie,
        uitspraak_op=localdate(),
        vanaf=localdate(),
        jeugdbeschermer=wie,
    )
    return begin_aanmelding(
        gezin=kind.gezin, kind=kind, houder=wie, maatregel=maatregel, by=wie, on=localdate()
    )


def test_een_persoon_klikt_een_hele_route_door(marit, verhaal):
    casus = _casus(marit)
    wie = Medewerker.objects.get(gebruiker=marit)
    aanbieder = aanbieders_for(casus, on=localdate())[0]
    koop_in(SimpleNamespace(regio="FV", aanbieder=aanbieder))
    v = verhaal(
        "demo-alleen",
        "De demo, in uw eentje",
        "In de demo zijn alle mensen verzonnen. Marit Iepenburg is jeugdbeschermer. Wat een ander moet "
        "doen, kan zij in de demo zelf laten gebeuren. Zo ziet één persoon een hele route.",
    )

    v.stap(
        "Eerst het eigen werk",
        "De eerste stappen zijn van Marit zelf: het gesprek, de bepaling, het formulier en het versturen.",
    )
    page = v.als(wie, casus.get_absolute_url())
    v.zie(page, "De casus van Marit in de demo")
    page.goto(_stap(casus, "contact_lokaal_team"))
    vul(page.get_by_role("region", name="Het gesprek"), GESPREK)
    druk(page, "Leg vast en rond de stap af")
    page.goto(_stap(casus, "bepaling"))
    vul(page, bepaling(localdate(), aanbieder=aanbieder.naam))
    druk(page, "Stel de bepaling vast")
    vul(page, formulier(localdate()))
    druk(page, "Stel vast en rond de stap af")
    for stap in ("versturen_lokaal_team", "versturen_aanbieder"):
        page.goto(_stap(casus, stap))
        page.get_by_label("Ik heb gezien wie wat krijgt, en het klopt").check()
        druk(page, "Verstuur en rond de stap af")

    v.stap(
        "Marit speelt de gemeente",
        "De toewijzing is aan de gemeente. Onderaan de casus staat wat de gemeente kan doen. Marit kiest "
        "dat zij de toewijzing stuurt. Het bericht is echt: het staat bij de berichten.",
    )
    paneel = page.get_by_role("region", name="Demo: speel de andere partij")
    expect(paneel).to_be_visible()
    v.zie(page, "Wat de andere partijen kunnen doen")
    druk(paneel, "De toewijzing is gestuurd")
    expect(page.get_by_role("status")).to_contain_text("Gespeeld voor")
    v.zie(page)

    v.stap(
        "Marit speelt de aanbieder",
        "De aanbieder zegt ja, en begint met de hulp. Ook de afwijzing was te kiezen: dan gaat de casus "
        "naar stap 5.",
    )
    druk(paneel, "De hulp past en kan op tijd")
    expect(page.get_by_role("status")).to_contain_text("Gespeeld voor")
    druk(paneel, "De hulp is begonnen")

    v.stap(
        "De route is klaar",
        "De casus is afgesloten. Alles wat is gebeurd, staat erbij, met de termijnen.",
    )
    expect(page.get_by_text("De hulp is begonnen").first).to_be_visible()
    expect(paneel).to_be_hidden()
    v.zie(page, "De casus is afgesloten: de hulp is begonnen")
    v.einde()


def _stap(casus: Casus, sleutel: str) -> str:
    return casus.stappen.get(sleutel=sleutel, afgerond_op=None).get_absolute_url()
