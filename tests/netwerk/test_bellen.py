"""Whom to call now: the line of R22 and R92, with who is away, and the reason of the choice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paraplu.netwerk import bellen
from paraplu.netwerk.actions import mensen
from paraplu.netwerk.bellen import Antwoord
from tests.netwerk.bouwen import BEGIN, make_contact, make_medewerker

pytestmark = pytest.mark.django_db
WOENSDAG = date(2022, 3, 2)
ZATERDAG = date(2022, 3, 5)


@pytest.fixture(autouse=True)
def ingericht(gelderland) -> None:
    """Each test begins with a Gelderland that is set up."""


def vraag(sleutel: str = "lokaal_team") -> bellen.Vraag:
    return next(v for v in bellen.vragen(op=WOENSDAG) if v.sleutel == sleutel)


def wie(op: date = WOENSDAG, *, sleutel: str = "lokaal_team", gemeente: str = "0228") -> Antwoord:
    return bellen.wie_nu(vraag(sleutel), gemeente=gemeente, op=op)


def test_het_vaste_contact_gaat_voor():
    make_contact("vervanger", "LT-0228", naam="Vera")
    make_contact("lokaal_team", "LT-0228", naam="Lotte")
    antwoord = wie()
    assert antwoord.nu.wie == "Lotte"
    assert antwoord.nu.reden == "is het vaste contact van het lokale team"
    assert [k.wie for k in antwoord.daarna] == ["Vera"]


@pytest.mark.parametrize(
    ("dagen", "verwacht"), [("13", "Lotte"), ("12", "Vera"), ("45", "Vera"), ("3", "Lotte")]
)
def test_wie_die_dag_niet_werkt_wordt_overgeslagen(dagen, verwacht):
    make_contact("lokaal_team", "LT-0228", naam="Lotte", dagen=dagen)
    make_contact("vervanger", "LT-0228", naam="Vera")
    assert wie().nu.wie == verwacht


def test_wie_is_overgeslagen_staat_erbij_met_de_reden():
    make_contact("lokaal_team", "LT-0228", naam="Lotte", dagen="12")
    make_contact("vervanger", "LT-0228", naam="Vera")
    (lotte,) = wie().gepasseerd
    assert (lotte.wie, lotte.reden) == ("Lotte", "werkt niet op woensdag")


def test_de_hele_rij_van_team_naar_regio():
    """R92: fixed contact, deputy, second of the team, and then the regional contact person."""
    for soort, sleutel in (
        ("regionaal_contactpersoon", "REG-FV"),
        ("koppelgenoot", "LT-0228"),
        ("vervanger", "LT-0228"),
        ("lokaal_team", "LT-0228"),
    ):
        make_contact(soort, sleutel, naam=soort)
    antwoord = wie()
    rij = [antwoord.nu.wie, *(k.wie for k in antwoord.daarna)]
    assert rij == ["lokaal_team", "vervanger", "koppelgenoot", "regionaal_contactpersoon"]


def test_zonder_team_brengt_de_regionaal_contactpersoon_in_contact():
    make_contact("regionaal_contactpersoon", "REG-FV", naam="Rik")
    antwoord = wie()
    assert antwoord.nu.wie == "Rik"
    assert "de uitvoering blijft bij het team" in antwoord.nu.reden
    assert len(antwoord.zinnen) == 2
    assert (
        "Vast contact van het lokale team: voor Ede staat niemand in de lijst." in antwoord.zinnen
    )


def test_wie_afwezig_is_wordt_vervangen_door_wie_is_aangewezen():
    lotte = make_medewerker("lokaal_team", "LT-0228", naam="Lotte")
    sam = make_medewerker("lokaal_team", "LT-0228", naam="Sam", telefoon="0318 00 00 02")
    make_contact("lokaal_team", "LT-0228", medewerker=lotte)
    mensen.add_afwezigheid(
        medewerker=lotte, vervanger=sam, vanaf=BEGIN, reden="verlof", by=sam.gebruiker
    )
    antwoord = wie()
    assert (antwoord.nu.wie, antwoord.nu.tel) == ("Sam", "0318000002")
    assert antwoord.nu.reden == "vervangt Lotte, die afwezig is"


def test_wie_afwezig_is_zonder_vervanger_wordt_overgeslagen():
    lotte = make_medewerker("lokaal_team", "LT-0228", naam="Lotte")
    make_contact("lokaal_team", "LT-0228", medewerker=lotte)
    make_contact("vervanger", "LT-0228", naam="Vera")
    mensen.add_afwezigheid(medewerker=lotte, vanaf=BEGIN, reden="verlof", by=lotte.gebruiker)
    antwoord = wie()
    assert antwoord.nu.wie == "Vera"
    assert "afwezig" in antwoord.gepasseerd[0].reden


def test_een_vervanger_die_zelf_afwezig_is_neemt_niets_over():
    lotte = make_medewerker("lokaal_team", "LT-0228", naam="Lotte")
    sam = make_medewerker("lokaal_team", "LT-0228", naam="Sam")
    make_contact("lokaal_team", "LT-0228", medewerker=lotte)
    gisteren = WOENSDAG - timedelta(days=1)
    mensen.add_afwezigheid(
        medewerker=lotte, vervanger=sam, vanaf=gisteren, reden="verlof", by=sam.gebruiker
    )
    mensen.add_afwezigheid(medewerker=sam, vanaf=WOENSDAG, reden="verlof", by=sam.gebruiker)
    assert wie(gisteren).nu.wie == "Sam"
    assert wie(WOENSDAG).nu is None


def test_waarom_iemand_afwezig_is_staat_nergens():
    lotte = make_medewerker("lokaal_team", "LT-0228", naam="Lotte")
    make_contact("lokaal_team", "LT-0228", medewerker=lotte)
    mensen.add_afwezigheid(medewerker=lotte, vanaf=BEGIN, reden="opleiding", by=lotte.gebruiker)
    assert "opleiding" not in repr(wie())


def test_in_het_weekend_zegt_de_pagina_wie_er_het_eerst_weer_is():
    make_contact("lokaal_team", "LT-0228", naam="Lotte", dagen="45")
    make_contact("vervanger", "LT-0228", naam="Vera", dagen="2")
    antwoord = wie(ZATERDAG)
    assert antwoord.nu is None
    dag, kandidaat = antwoord.eerst
    assert (dag, kandidaat.wie) == (date(2022, 3, 8), "Vera")


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (date(2022, 4, 18), "vandaag is het Tweede Paasdag"),
        (date(2022, 5, 26), "vandaag is het Hemelvaartsdag"),
    ],
)
def test_op_een_feestdag_werkt_niemand(dag, reden):
    make_contact("lokaal_team", "LT-0228", naam="Lotte")
    antwoord = wie(dag)
    assert antwoord.nu is None
    assert antwoord.gepasseerd[0].reden.lower() == reden.lower()
    assert antwoord.eerst[0] > dag


def test_wie_niet_in_de_lijst_staat_kan_ook_straks_niemand_bellen():
    antwoord = wie()
    assert antwoord.nu is None
    assert antwoord.eerst is None
    assert len(antwoord.zinnen) == 3


def test_een_contact_van_de_gemeente_gaat_voor_dat_van_de_regio():
    """R93: the functionary may be one of the gemeente or one for the whole region."""
    make_contact("functionaris", "REG-FV", naam="Fien")
    assert wie(sleutel="zonder_contract").nu.wie == "Fien"
    make_contact("functionaris", "GEM-0228", naam="Fons")
    assert wie(sleutel="zonder_contract").nu.wie == "Fons"
    assert wie(sleutel="zonder_contract", gemeente="0267").nu.wie == "Fien"


def test_elke_partner_heeft_een_eigen_vast_contact():
    """R233: a gemeente with its own contact at one GI keeps that of the region at another."""
    make_contact("partner", "GI-WSS", naam="Wil", gemeente="0228")
    make_contact("partner", "GI-JVV", naam="Jo", regio="FV")
    assert wie(sleutel="GI-WSS").nu.wie == "Wil"
    assert wie(sleutel="GI-JVV").nu.wie == "Jo"
    assert wie(sleutel="RVDK").nu is None


def test_een_verouderd_contact_kan_nog_worden_gebeld():
    make_contact("lokaal_team", "LT-0228", naam="Lotte", bevestigd_op=date(2021, 3, 1))
    antwoord = wie()
    assert antwoord.nu.wie == "Lotte"
    assert antwoord.nu.is_verouderd


def test_een_contact_van_gisteren_is_er_niet_meer():
    make_contact("lokaal_team", "LT-0228", naam="Lotte", tot=WOENSDAG - timedelta(days=1))
    assert wie().nu is None
    assert wie(WOENSDAG - timedelta(days=1)).nu.wie == "Lotte"
