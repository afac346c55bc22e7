"""Every route × every kind of user, enumerated from the router itself."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from paraplu.web.models import Soort
from paraplu.web.rechten import EIGEN_DEUR, IEDEREEN, MATRIX, OPENBAAR, mag
from tests.rights.argumenten import (
    aanmelden,
    api,
    beheer,
    casussen,
    contract,
    demo,
    escalatie,
    inloggen,
    inzage,
    meelezen,
    netwerk,
    opgaven,
    overdracht,
    overleg,
    resultaten,
    tafel,
    toekomsttuin,
    veiligheid,
    verslagen,
    vooruit,
)

#: What a route needs in its address to show something.
ARGUMENTEN = {
    "waarde": ["V2a"],
    "vergelijken": ["V2a"],
    "lijst": ["V2a"],
    "levering": ["abc123"],
    "levering_antwoorden": ["abc123"],
    "inzending": [uuid4()],
    "uittreksel": [uuid4()],
    "blad_voorbeeld": ["tarieven"],
    "kwaliteit_controle": ["K12"],
    **inloggen.ARGUMENTEN,
    **netwerk.ARGUMENTEN,
    **casussen.ARGUMENTEN,
    **aanmelden.ARGUMENTEN,
    **meelezen.ARGUMENTEN,
    **veiligheid.ARGUMENTEN,
    **tafel.ARGUMENTEN,
    **escalatie.ARGUMENTEN,
    **overdracht.ARGUMENTEN,
    **toekomsttuin.ARGUMENTEN,
    **demo.ARGUMENTEN,
    **inzage.ARGUMENTEN,
    **verslagen.ARGUMENTEN,
    **contract.ARGUMENTEN,
    **opgaven.ARGUMENTEN,
    **vooruit.ARGUMENTEN,
    **resultaten.ARGUMENTEN,
    **overleg.ARGUMENTEN,
    **api.ARGUMENTEN,
    **beheer.ARGUMENTEN,
}
#: Routes that are only for sending something.
ALLEEN_POST = {
    "uitloggen",
    "thema",
    "inloggen_demo",
    "agendalink_maken",
    "agendalink_intrekken",
    "kwaliteit_mail",
    *inloggen.ALLEEN_POST,
    *netwerk.ALLEEN_POST,
    *casussen.ALLEEN_POST,
    *aanmelden.ALLEEN_POST,
    *meelezen.ALLEEN_POST,
    *veiligheid.ALLEEN_POST,
    *tafel.ALLEEN_POST,
    *escalatie.ALLEEN_POST,
    *overdracht.ALLEEN_POST,
    *toekomsttuin.ALLEEN_POST,
    *demo.ALLEEN_POST,
    *inzage.ALLEEN_POST,
    *verslagen.ALLEEN_POST,
    *contract.ALLEEN_POST,
    *opgaven.ALLEEN_POST,
    *vooruit.ALLEEN_POST,
    *resultaten.ALLEEN_POST,
    *overleg.ALLEEN_POST,
    *api.ALLEEN_POST,
    *beheer.ALLEEN_POST,
}


def list_routes(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    for deel in (resolver or get_resolver()).url_patterns:
        if isinstance(deel, URLResolver):
            yield from list_routes(deel)
        else:
            yield deel


def adres(route: str) -> str:
    return reverse(route, args=ARGUMENTEN.get(route, []))


def test_elke_route_heeft_een_naam_en_een_rij_in_de_matrix():
    zonder = [str(r.pattern) for r in list_routes() if r.name not in MATRIX.keys() | OPENBAAR]
    assert zonder == []


def test_elke_rij_in_de_matrix_is_een_route():
    assert {r.name for r in list_routes()} >= MATRIX.keys() | OPENBAAR


def test_elke_soort_gebruiker_komt_ergens_binnen():
    for soort in Soort:
        assert any(soort in wie for wie in MATRIX.values())


@pytest.mark.django_db
@pytest.mark.parametrize("route", sorted(MATRIX.keys() - ALLEEN_POST - EIGEN_DEUR))
def test_zonder_account_gaat_elke_route_naar_inloggen(route, nep):
    antwoord = Client().get(adres(route))
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith("/inloggen/?next=")


@pytest.mark.parametrize("route", sorted(EIGEN_DEUR))
@pytest.mark.django_db
def test_wie_zonder_account_voor_een_eigen_deur_staat_wordt_niet_doorgestuurd(route, nep):
    assert route in MATRIX
    antwoord = Client().get(adres(route))
    assert antwoord.status_code in {200, 401, 404}
    assert antwoord["API-Version"]


@pytest.mark.parametrize("route", sorted(MATRIX.keys() - ALLEEN_POST))
def test_de_route_is_open_of_dicht_zoals_de_matrix_zegt(route, als, nep, eigen_var):
    for soort in Soort:
        antwoord = als(soort).get(adres(route))
        if soort in MATRIX[route]:
            assert antwoord.status_code in {200, 302, 404}, soort
        else:
            assert antwoord.status_code == 403, soort
            assert "niet voor uw rol" in antwoord.content.decode()


@pytest.mark.parametrize("route", sorted(OPENBAAR - ALLEEN_POST))
@pytest.mark.django_db
def test_wat_openbaar_is_opent_zonder_account(route):
    kamers = (inloggen, casussen, opgaven, overleg, beheer)
    niets = set().union(*(kamer.NIETS_ZONDER_MEER for kamer in kamers))
    status = 404 if route in niets else 302 if route in meelezen.NAAR_HET_BEGIN else 200
    antwoord = Client().get(adres(route))
    assert antwoord.status_code == status
    assert antwoord.get("Location", "/meelezen/") == "/meelezen/"


def test_een_onbekende_handeling_mag_niemand(accounts):
    assert not any(mag(gebruiker, "onbekend") for gebruiker in accounts.values())


def test_een_route_zonder_rij_is_dicht(als, nep, monkeypatch):
    monkeypatch.delitem(MATRIX, "uitleg")
    assert als("contractmanager").get("/uitleg/").status_code == 403


def test_de_technisch_beheerder_ziet_geen_cijfers_en_geen_regels():
    van_beheer = {route for route, wie in MATRIX.items() if Soort.BEHEERDER in wie}
    assert van_beheer == {route for route, wie in MATRIX.items() if wie == IEDEREEN} | {
        "leveringen",
        "inzending",
        "bevindingen",
        "rechten_nazien",
        "rechten_nazien_csv",
        "account_beheer",
        "account_nieuw",
        *netwerk.VAN_BEHEER,
        *api.VAN_BEHEER,
        *beheer.VAN_BEHEER,
    }
