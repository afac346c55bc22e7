"""Elke stap van beide routes heeft een tegenspeler, en die doet wat de route van hem vraagt."""

from __future__ import annotations

import pytest
from django.db import transaction

from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.models import Werkbericht
from paraplu.afspraken.routes import geldend
from paraplu.berichten import lees
from paraplu.casussen.models import CasusStap
from paraplu.demo.werk.beurt import NietTeSpelen
from paraplu.demo.werk.tegenspel import SPEL, list_zetten, play
from paraplu.demo.werk.verhalen import at, gegevens
from paraplu.web.models import Gebruiker

from .conftest import VANDAAG

NU = at(VANDAAG)
ROUTES = {"301": "aanmeldroute-301", "315": "aanmeldroute-315"}


@pytest.mark.parametrize("route", ROUTES.values())
def test_elke_stap_van_de_route_heeft_een_tegenspeler(route):
    assert set(geldend(route, op=VANDAAG).stappen) <= set(SPEL)


def stand_met(route: str, stap: str) -> str:
    """A state of the stories in which this step is open: before a turn of it, or called like it."""
    standen = gegevens()[route]
    volgt = [d["na"] for d in standen.values() if d.get("zet", "").startswith(f"{stap}:")]
    if volgt:
        return volgt[0]
    return "versturen" if stap.startswith("versturen") else stap


@pytest.mark.traag
@pytest.mark.parametrize("route", ROUTES)
def test_elke_uitkomst_van_elke_stap_kan_worden_gespeeld(route, vertel):
    gespeeld = set()
    for sleutel, stap in geldend(ROUTES[route], op=VANDAAG).stappen.items():
        casus = vertel(route, stand_met(route, sleutel))
        open_stap = casus.stappen.get(sleutel=sleutel, afgerond_op=None)
        assert [z.uitkomst for z in list_zetten(open_stap, nu=NU)] == list(stap.uitkomsten)
        for uitkomst in stap.uitkomsten:
            with transaction.atomic():
                play(stap=open_stap, uitkomst=uitkomst, nu=NU)
                gedaan = CasusStap.objects.get(pk=open_stap.pk)
                assert (gedaan.uitkomst, gedaan.afgerond_op) == (uitkomst, VANDAAG)
                gespeeld.add((sleutel, uitkomst))
                transaction.set_rollback(True)
    verwacht = {
        (sleutel, uitkomst)
        for sleutel, stap in geldend(ROUTES[route], op=VANDAAG).stappen.items()
        for uitkomst in stap.uitkomsten
    }
    assert gespeeld == verwacht


def test_een_casus_van_echte_mensen_wordt_niet_gespeeld(vertel):
    casus = vertel("301", "begin")
    Gebruiker.objects.filter(gebruikersnaam="demo-jeugdbeschermer").update(is_demo=False)
    stap = casus.stappen.get(afgerond_op=None)
    stap.refresh_from_db()
    assert list_zetten(CasusStap.objects.get(pk=stap.pk), nu=NU) == []
    with pytest.raises(NietTeSpelen):
        play(stap=stap, uitkomst="gesproken", nu=NU)
    assert CasusStap.objects.get(pk=stap.pk).is_open


def test_de_berichten_van_een_hele_route_kloppen_en_zijn_beantwoord(vertel):
    casus = vertel("315", "gestart")
    berichten = Werkbericht.objects.filter(casus=casus)
    assert set(berichten.values_list("soort", flat=True)) >= {"JW315", "JW301", "JW305"}
    for bericht in berichten:
        gelezen = lees(inhoud_van(bericht), vandaag=VANDAAG)
        assert gelezen.bericht is not None
        assert gelezen.bevindingen == ()
    heen = berichten.filter(soort__in=("JW315", "JW301", "JW305"))
    assert set(heen.values_list("status", "retourcodes")) == {("beantwoord", "")}
