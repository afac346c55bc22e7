"""The holidays, as tables that a person can lay beside a printed calendar."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest

from paraplu.termijnen import kalender, kalenders
from paraplu.termijnen.feestdagen import EERSTE_JAAR, LAATSTE_JAAR, feestdagen, koningsdag, pasen
from paraplu.termijnen.kalender import MAP, gelijkgestelde_dagen

#: Easter Sunday as printed calendars had it or will have it.
PASEN = """
    1990-04-15 1994-04-03 1997-03-30 2000-04-23 2005-03-27 2008-03-23 2011-04-24 2014-04-20
    2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17
    2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21
    2035-03-25 2038-04-25
"""


@pytest.mark.parametrize("dag", PASEN.split())
def test_pasen_valt_op_de_zondag_van_de_kalender(dag):
    assert pasen(int(dag[:4])).isoformat() == dag


@pytest.mark.parametrize("jaar", range(EERSTE_JAAR, LAATSTE_JAAR + 1))
def test_pasen_is_ook_te_vinden_langs_de_kerkelijke_maan(jaar):
    """A second reading: the first Sunday after the full moon that the church reckons with."""
    gulden_getal = jaar % 19 + 1
    eeuw = jaar // 100 + 1
    zonne = 3 * eeuw // 4 - 12
    epacta = (11 * gulden_getal + 20 + (8 * eeuw + 5) // 25 - 5 - zonne) % 30
    if epacta == 24 or (epacta == 25 and gulden_getal > 11):
        epacta += 1
    volle_maan = date(jaar, 3, 1) + timedelta(
        days=(44 - epacta if epacta < 24 else 74 - epacta) - 1
    )
    zondag = volle_maan + timedelta(days=1)
    while zondag.weekday() != 6:
        zondag += timedelta(days=1)
    assert pasen(jaar) == zondag


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        (1995, "1995-04-29"),  # zondag 30 april
        (2000, "2000-04-29"),
        (2013, "2013-04-30"),
        (2014, "2014-04-26"),  # zondag 27 april
        (2015, "2015-04-27"),
        (2025, "2025-04-26"),
        (2026, "2026-04-27"),
        (2031, "2031-04-26"),
    ],
)
def test_koningsdag_op_zondag_schuift_naar_zaterdag(jaar, dag):
    assert koningsdag(jaar).isoformat() == dag


def test_alle_feestdagen_van_2026():
    assert {dag.isoformat(): naam for dag, naam in feestdagen(2026).items()} == {
        "2026-01-01": "nieuwjaarsdag",
        "2026-04-03": "Goede Vrijdag",
        "2026-04-06": "tweede paasdag",
        "2026-04-27": "Koningsdag",
        "2026-05-05": "5 mei",
        "2026-05-14": "Hemelvaartsdag",
        "2026-05-25": "tweede pinksterdag",
        "2026-12-25": "eerste kerstdag",
        "2026-12-26": "tweede kerstdag",
    }


def test_twee_feestdagen_op_een_dag_houden_een_naam():
    assert feestdagen(2008)[date(2008, 5, 1)] == "Hemelvaartsdag"
    assert feestdagen(2016)[date(2016, 5, 5)] == "Hemelvaartsdag"


@pytest.mark.parametrize("jaar", range(EERSTE_JAAR, LAATSTE_JAAR + 1))
def test_5_mei_telt_elk_jaar_en_geen_koningsdag_valt_op_zondag(jaar):
    assert date(jaar, 5, 5) in feestdagen(jaar)
    assert koningsdag(jaar).weekday() != 6


def test_gelijkgestelde_dagen_zijn_door_de_weeks_en_geen_feestdag():
    for dag, besluit in gelijkgestelde_dagen().items():
        assert dag.weekday() < 5
        assert dag not in feestdagen(dag.year)
        assert str(dag.year) in besluit or "Stcrt" in besluit or "2013" in besluit


def test_de_kalender_kiest_of_een_gelijkgestelde_dag_een_werkdag_is():
    dag = date(2026, 5, 15)
    assert kalender("atw").reden_vrij(dag) == "gelijkgesteld met een feestdag"
    assert kalender("feestdagen").is_werkdag(dag)
    assert not kalender("feestdagen").is_werkdag(date(2026, 5, 14))
    assert kalender("weekend").is_werkdag(date(2026, 5, 14))


def test_zaterdag_en_zondag_zijn_in_geen_kalender_een_werkdag():
    for een in kalenders().values():
        assert een.reden_vrij(date(2026, 8, 1)) == "zaterdag"
        assert een.reden_vrij(date(2026, 8, 2)) == "zondag"


def test_elke_kalender_en_elk_besluit_noemt_zijn_bron():
    besluiten = tomllib.loads((MAP / "gelijkgesteld.toml").read_text())["besluit"]
    assert all(besluit["bron"] for besluit in besluiten)
    assert all(een.bron and een.titel for een in kalenders().values())
    assert len(gelijkgestelde_dagen()) == sum(len(besluit["dagen"]) for besluit in besluiten)
