"""No case gets stuck: every state of every route, walked by a second, naive reading of the data."""

from __future__ import annotations

import random
from datetime import date

import pytest

from paraplu.afspraken.routes import Route, route, routes
from paraplu.afspraken.routes.toets import verken

VERSIE = date(2022, 1, 1)
VARIANTEN = [
    pytest.param(variant, id="-".join([sleutel, *sorted(variant.gekozen)]))
    for sleutel in routes()
    for variant in route(sleutel, VERSIE).varianten.values()
]
#: Steps that may be open together; all other steps stand alone.
SAMEN = {
    frozenset({"versturen_lokaal_team", "versturen_aanbieder"}),
    frozenset({"contact_lokaal_team", "contact_aanbieder"}),
    frozenset({"verbinden", "contact_aanbieder"}),
    # The chair plans while the request is still made complete.
    frozenset({"volledigheid", "plannen"}),
    frozenset({"aanvullen", "plannen"}),
}
#: After a talk the report, the Raad and an evaluation, or a next talk, go their own way.
NA_HET_GESPREK = {
    "verslag",
    "vto",
    "besluit_raad",
    "evalueren",
    "plannen",
    "bespreken",
}

#: An ending, beside the set of open steps.
EINDE = frozenset({"*"})


def na(een: Route, stand: frozenset[str], stap: str, uitkomst: str) -> frozenset[str]:
    """What is open afterwards, read from the data alone: one step after the other."""
    gekozen = een.stappen[stap].uitkomsten[uitkomst]
    if gekozen.eind:
        return EINDE
    over = set(stand) - {stap}
    for sleutel in gekozen.volgende:
        if not over & set(een.stappen[sleutel].wacht_op):
            over.add(sleutel)
    return frozenset(over)


def alle_standen(een: Route) -> dict[frozenset[str], set[frozenset[str]]]:
    begin = frozenset(een.begint_met)
    gevonden: dict[frozenset[str], set[frozenset[str]]] = {}
    te_doen = {begin}
    while te_doen:
        stand = te_doen.pop()
        gevonden[stand] = {
            na(een, stand, stap, uitkomst)
            for stap in stand - EINDE
            for uitkomst in een.stappen[stap].uitkomsten
        }
        te_doen |= gevonden[stand] - set(gevonden)
    return gevonden


@pytest.mark.parametrize("een", VARIANTEN)
def test_elke_stap_is_te_bereiken(een):
    assert frozenset().union(*alle_standen(een)) - EINDE == set(een.stappen)


@pytest.mark.parametrize("een", VARIANTEN)
def test_er_is_altijd_een_stap_open_tot_het_einde(een):
    assert frozenset() not in alle_standen(een)


@pytest.mark.parametrize("een", VARIANTEN)
def test_van_elke_stand_loopt_een_weg_naar_een_einde(een):
    standen = alle_standen(een)
    goed = {EINDE}
    while erbij := {s for s, verder in standen.items() if verder & goed} - goed:
        goed |= erbij
    assert set(standen) <= goed


@pytest.mark.parametrize("een", VARIANTEN)
def test_de_toets_bij_het_lezen_ziet_dezelfde_standen(een):
    assert set(verken(een)) == set(alle_standen(een)) - {EINDE}


@pytest.mark.parametrize("een", VARIANTEN)
def test_alleen_echt_gelijktijdige_stappen_zijn_samen_open(een):
    """In 301 the form may also still wait to be sent while the others go on."""
    for stand in alle_standen(een):
        over = stand - ({"versturen_aanbieder"} if "301" in een.sleutel else set())
        samen = over in SAMEN or ("tafel" in een.sleutel and over <= NA_HET_GESPREK)
        assert len(over) <= 1 or samen, stand


@pytest.mark.parametrize("een", VARIANTEN)
def test_de_aanbieder_antwoordt_pas_als_alles_is_verstuurd(een):
    for stand in alle_standen(een):
        if "reactie_aanbieder" in stand:
            assert stand == {"reactie_aanbieder"}


@pytest.mark.parametrize("een", [v for v in VARIANTEN if "315" in v.id])
def test_geen_bepaling_in_route_315_voor_er_met_een_aanbieder_is_gesproken(een):
    """R104: both talks come first. The state is what is open, and whether that talk was held."""
    gezien, te_doen = set(), [(frozenset(een.begint_met), False)]
    while te_doen:
        stand, gesproken = te_doen.pop()
        assert gesproken or "bepaling" not in stand
        if (stand, gesproken) in gezien:
            continue
        gezien.add((stand, gesproken))
        for stap in stand - EINDE:
            for uitkomst in een.stappen[stap].uitkomsten:
                nu = gesproken or (stap, uitkomst) == ("contact_aanbieder", "gesproken")
                te_doen.append((na(een, stand, stap, uitkomst), nu))


@pytest.mark.parametrize("een", VARIANTEN)
def test_wie_lang_genoeg_gokt_komt_aan_een_einde(een):
    kies = random.Random(4)
    for _ in range(200):
        stand, stappen = frozenset(een.begint_met), 0
        while stand != EINDE:
            stap = kies.choice(sorted(stand))
            stand = na(een, stand, stap, kies.choice(sorted(een.stappen[stap].uitkomsten)))
            stappen += 1
            assert stappen < 2000


@pytest.mark.parametrize("een", VARIANTEN)
def test_elke_stap_kent_ook_de_uitkomsten_van_de_hele_route(een):
    for stap in een.stappen:
        assert een.uitkomst(stap, "ingetrokken").eind == "ingetrokken"
        assert een.volgt_op(stap, "ingetrokken") == ()


@pytest.mark.parametrize("een", VARIANTEN)
def test_elk_einde_is_te_bereiken_en_heeft_een_naam(een):
    gebruikt = {u.eind for s in een.stappen for u in een.uitkomsten(s).values() if u.eind}
    assert gebruikt == set(een.einden)
