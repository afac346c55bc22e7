"""Wat een aanbieder of gemeente buiten Paraplu meldt, staat bij de toewijzing; geen stap gaat dicht."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paraplu.aanmelden.berichtenpost import (
    Antwoord,
    Stop,
    schrijf_antwoord,
    schrijf_start,
    schrijf_stop,
    schrijf_toewijzing,
    start_van,
)
from paraplu.aanmelden.berichtenpost.ontvangen import ontvang
from paraplu.aanmelden.berichtenpost.zenden import send_toewijzing, send_verzoek
from paraplu.aanmelden.models import Toewijzing
from paraplu.casussen.models import CasusStap, Gebeurtenis

from .conftest import NU
from .test_zenden import maak
from .voorbeeld import DAG, TOEWIJZING

EERDER = date(2026, 3, 1)


@pytest.fixture
def toewijzing(post) -> Toewijzing:
    return maak(post.casus)


def komt(post, schrijf, nummer: int, **wat) -> Toewijzing:
    """A message of the other party comes in; the allocation as it stands then."""
    wie = {} if "antwoord" in wat else {"jeugdige": post.jeugdige}
    uitgaand = schrijf(post.verzending("x", identificatie=f"X-{nummer}"), **wie, **wat)
    post.leg_in(uitgaand)
    (gelezen,) = ontvang(nu=NU)
    assert gelezen.bericht.casus == post.casus
    return Toewijzing.objects.get()


def soorten(post) -> list[str]:
    gebeurd = Gebeurtenis.objects.filter(casus=post.casus, door=None)
    return [een.soort for een in gebeurd.exclude(soort="casus_geopend")]


def test_een_start_en_een_stop_komen_bij_de_toewijzing(post, toewijzing):
    open_stappen = CasusStap.objects.filter(afgerond_op=None).count()
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    start = start_van(replace(TOEWIJZING, nummer=toewijzing.nummer), begindatum=DAG)
    na_start = komt(post, schrijf_start, 1, starts=[start])
    na_stop = komt(post, schrijf_stop, 2, stops=[Stop(start=start, einddatum=DAG, reden="31")])

    assert (na_start.gestart_op, na_start.gestopt_op) == (DAG, None)
    assert na_stop.gestopt_op == DAG
    assert soorten(post) == ["hulp_gestart", "hulp_gestopt"]
    assert CasusStap.objects.filter(afgerond_op=None).count() == open_stappen


def test_een_start_wordt_teruggenomen_en_opnieuw_gemeld(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    start = start_van(replace(TOEWIJZING, nummer=toewijzing.nummer), begindatum=DAG)
    komt(post, schrijf_start, 1, starts=[start])
    weg = replace(start, verwijderd=True)
    verbeterd = komt(post, schrijf_start, 2, starts=[weg, replace(start, begindatum=EERDER)])

    assert verbeterd.gestart_op == EERDER
    assert soorten(post) == ["hulp_gestart", "start_teruggenomen", "hulp_gestart"]


def test_een_tijdelijke_stop_is_geen_einde(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    start = start_van(replace(TOEWIJZING, nummer=toewijzing.nummer), begindatum=DAG)
    stop = Stop(start=start, einddatum=DAG, reden="20")
    assert komt(post, schrijf_stop, 1, stops=[stop]).gestopt_op is None


def test_een_toewijzing_op_het_verzoek_brengt_haar_nummer_mee(post, toewijzing):
    send_verzoek(toewijzing=toewijzing, nu=NU)
    product = replace(TOEWIJZING, nummer=4711, referentie=toewijzing.referentie)
    gevonden = komt(post, schrijf_toewijzing, 1, toewijzingen=[product])

    assert (gevonden.nummer, gevonden.toegewezen_op) == (4711, DAG)
    assert soorten(post) == ["toewijzing_ontvangen"]


def test_een_afwijzing_staat_bij_het_verzoek_met_de_reden(post, toewijzing):
    send_verzoek(toewijzing=toewijzing, nu=NU)
    referentie = toewijzing.referentie
    onderzoek = komt(post, schrijf_antwoord, 1, antwoord=Antwoord(referentie=referentie))
    afgewezen = komt(post, schrijf_antwoord, 2, antwoord=Antwoord(referentie=referentie, reden="3"))

    assert onderzoek.afgewezen_op is None
    assert (afgewezen.afgewezen_op, afgewezen.reden_afwijzing) == (DAG, "3")
    assert soorten(post) == ["verzoek_afgewezen"]


def test_wat_hier_al_was_vastgelegd_verandert_niet(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    Toewijzing.objects.update(gestart_op=EERDER)
    start = start_van(replace(TOEWIJZING, nummer=toewijzing.nummer), begindatum=DAG)

    assert komt(post, schrijf_start, 1, starts=[start]).gestart_op == EERDER
    assert soorten(post) == []
