"""The receipt of a route, in tables that one can check by hand with a calendar of March 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.aanmelden.verloop.bon import describe, make_routebon
from paraplu.aanmelden.verloop.traject import Tijd
from paraplu.termijnen import kalender
from tests.aanmelden.verloop.bouwen import MAANDAG, d, stap, stil, traject

DRIE = {"termijn": "3 werkdagen", "kalender": "atw"}


@pytest.mark.parametrize(
    ("van", "tot", "opgeschort", "werkdagen", "stil_dagen"),
    [
        (d(2), d(2), (), 0, 0),
        (d(2), d(5), (), 3, 0),
        (d(6), d(9), (), 1, 0),  # Friday to Monday
        (d(2), d(13), (stil(d(4), d(6)),), 6, 3),
        (d(2), d(13), (stil(d(7), d(8)),), 9, 0),  # a weekend that stood still anyway
        (d(2), d(13), (stil(d(4), None),), 1, 8),
        (d(2), d(13), (stil(d(4), d(6)), stil(d(5), d(9))), 5, 4),
        (date(2026, 4, 2), date(2026, 4, 8), (), 2, 0),  # Goede Vrijdag and Easter Monday
    ],
)
def test_een_stap_telt_zijn_werkdagen_zonder_de_dagen_dat_hij_stilstond(
    van, tot, opgeschort, werkdagen, stil_dagen
):
    t = traject(stap("bepaling", van, tot, stil=opgeschort), geopend_op=van, eerste_contact=van)
    [regel] = make_routebon(t, op=d(30, 6)).regels
    assert (regel.werkdagen, regel.stil) == (werkdagen, stil_dagen)


@pytest.mark.parametrize(
    ("tot", "uitkomst", "uiterlijk", "op", "stand"),
    [
        (d(5), "klaar", d(5), d(20), "gehaald"),
        (d(6), "klaar", d(5), d(20), "te laat"),
        (None, "", d(5), d(5), "open"),
        (None, "", d(5), d(6), "verlopen"),
        (None, "", None, d(20), "open"),  # it stands still, or its event has not happened
        (d(9), "vervallen", d(5), d(20), ""),
    ],
)
def test_op_tijd_of_niet(tot, uitkomst, uiterlijk, op, stand):
    s = stap("contact", d(2), tot, uitkomst=uitkomst, uiterste_datum=uiterlijk, **DRIE)
    [regel] = make_routebon(traject(s), op=op).regels
    assert regel.stand == stand


def test_een_stap_zonder_termijn_is_niet_op_tijd_en_niet_te_laat():
    [regel] = make_routebon(traject(stap("bepaling", d(2), d(27))), op=d(30)).regels
    assert regel.stand == ""


def test_de_tweede_keer_is_ronde_twee_en_een_vervallen_stap_is_geen_ronde():
    bon = make_routebon(
        traject(
            stap("contact", d(2), d(3), uitkomst="vervallen"),
            stap("contact", d(3), d(4)),
            stap("bepaling", d(4), d(5)),
            stap("contact", d(5)),
        ),
        op=d(6),
    )
    assert [(r.stap.sleutel, r.ronde) for r in bon.regels] == [
        ("contact", 1),
        ("contact", 1),
        ("bepaling", 1),
        ("contact", 2),
    ]
    assert bon.herhaald == 1


def test_op_wie_is_gewacht_telt_twee_stappen_tegelijk_een_keer():
    bon = make_routebon(
        traject(
            stap("versturen_lokaal_team", d(2), d(5)),
            stap("versturen_aanbieder", d(2), d(4)),
            stap("toewijzen", d(4), d(12), partij="GEM-0228", stil=(stil(d(9), d(10)),)),
        ),
        op=d(20),
    )
    assert [(w.partij, w.werkdagen) for w in bon.wachten] == [("GEM-0228", 4), ("GI-1", 3)]


def test_de_hele_weg_telt_van_eerste_contact_tot_start_van_de_hulp():
    t = traject(
        stap("contact", d(2), d(4)),
        stap("start_hulp", d(4), d(18), stil=(stil(d(9), d(13)),)),
        eerste_contact=d(3),
        start_hulp=d(17),
        afgesloten_op=d(18),
        afloop="hulp_gestart",
    )
    bon = make_routebon(t, op=d(31))
    assert (bon.werkdagen, bon.stil, bon.netto) == (10, 5, 5)
    assert describe(bon) == (
        "Van het eerste contact tot de start van de hulp duurde het 10 werkdagen. "
        "Op 5 daarvan stond alles stil. Geen stap is te laat."
    )


def test_een_dag_waarop_nog_iets_loopt_staat_niet_alles_stil():
    t = traject(stap("een", d(2), d(13), stil=(stil(d(3), d(6)),)), stap("twee", d(2), d(4)))
    assert make_routebon(t, op=d(13)).stil == 2  # 5 and 6 March


@pytest.mark.parametrize(
    ("vast_op", "hulp_op", "standen"),
    [
        (d(9), d(2, 6), ["gehaald", "gehaald"]),
        (d(10), d(3, 6), ["te laat", "te laat"]),
        (None, None, ["verlopen", "verlopen"]),
    ],
)
def test_de_twee_klokken_lopen_vanaf_de_uitspraak(vast_op, hulp_op, standen):
    """R128: five working days to a jeugdbeschermer, three months to fitting help."""
    t = traject(uitspraak_op=d(2), jeugdbeschermer_op=vast_op, start_hulp=hulp_op)
    klokken = make_routebon(t, op=d(30, 6)).klokken
    assert [klok.uiterste_datum for klok in klokken] == [d(9), d(2, 6)]
    assert [klok.stand for klok in klokken] == standen


def test_zonder_maatregel_is_er_geen_klok_van_de_uitspraak():
    assert make_routebon(traject(), op=d(30)).klokken == ()


def test_een_termijn_over_meer_stappen_staat_op_de_bon():
    tijd = Tijd(
        naam="Duidelijk",
        duur="3 weken",
        vanaf=d(4),
        uiterste_datum=d(25),
        gehaald_op=d(26),
        vereisten=("R103",),
    )
    [klok] = make_routebon(traject(tijden=(tijd,)), op=d(30)).klokken
    assert (klok.stand, klok.gehaald_op) == ("te laat", d(26))
    [eerder] = make_routebon(traject(tijden=(tijd,)), op=d(24)).klokken
    assert (eerder.stand, eerder.gehaald_op) == ("open", None)


@st.composite
def trajecten(draw):
    """A case of up to five steps of two parties, open or closed, with or without a suspension."""
    stappen = []
    for _nummer in range(draw(st.integers(0, 5))):
        van = MAANDAG + timedelta(days=draw(st.integers(0, 40)))
        open_ = draw(st.booleans())
        tot = None if open_ else van + timedelta(days=draw(st.integers(0, 40)))
        rust = ()
        if draw(st.booleans()):
            begin = van + timedelta(days=draw(st.integers(-2, 20)))
            eind = begin + timedelta(days=draw(st.integers(0, 20)))
            rust = (stil(begin, draw(st.sampled_from([eind, None]))),)
        partij = draw(st.sampled_from(["GI-1", "LT-0228"]))
        stappen.append(stap("stap", van, tot, partij=partij, stil=rust))
    return traject(*stappen)


def tel_dag_voor_dag(t, s, op):
    """The second reading: look at every day with a calendar in hand."""
    dag, loopt, rust = s.geopend_op, 0, 0
    while dag < min(s.afgerond_op or op, op):
        dag += timedelta(days=1)
        if not kalender().reden_vrij(dag):
            stilt = any(o.vanaf <= dag and (o.tot is None or dag <= o.tot) for o in s.stil)
            loopt, rust = loopt + (not stilt), rust + stilt
    return loopt, rust


@settings(max_examples=60, deadline=None)
@given(trajecten(), st.integers(0, 80))
def test_de_bon_telt_hetzelfde_als_dag_voor_dag_kijken(t, verder):
    op = MAANDAG + timedelta(days=verder)
    bon = make_routebon(t, op=op)
    for regel in bon.regels:
        assert (regel.werkdagen, regel.stil) == tel_dag_voor_dag(t, regel.stap, op)
    for wachten in bon.wachten:
        eigen = [s for s in t.stappen if s.partij == wachten.partij]
        hoogstens = sum(tel_dag_voor_dag(t, s, op)[0] for s in eigen)
        langste = max(tel_dag_voor_dag(t, s, op)[0] for s in eigen)
        assert langste <= wachten.werkdagen <= hoogstens
    assert 0 <= bon.stil <= bon.werkdagen
