"""A calendar reaches far enough, tells when it changed, and finds working days without walking."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.termijnen import BuitenKalender, Duur, Kalender, bereken, kalender, kalenders
from paraplu.termijnen.feestdagen import EERSTE_JAAR, LAATSTE_JAAR, feestdagen
from paraplu.termijnen.kalender import gelijkgestelde_dagen

SLUITING = {date(2026, 12, 24): "kantoor gesloten", date(2026, 12, 19): "open dag"}
een_kalender = st.sampled_from([*kalenders().values(), kalender().met(SLUITING)])
dagen = st.dates(date(EERSTE_JAAR - 1, 12, 31), date(LAATSTE_JAAR - 5, 12, 31))


def test_de_kalender_reikt_minstens_tien_jaar_vooruit():
    vandaag = date.today()
    for jaar in range(vandaag.year, vandaag.year + 11):
        assert {"Goede Vrijdag", "tweede paasdag", "Hemelvaartsdag"} <= set(
            feestdagen(jaar).values()
        )
    for een in kalenders().values():
        over_tien_jaar = vandaag + timedelta(days=3653)
        assert bereken(Duur(13, "weken"), over_tien_jaar, een).uiterste_datum > over_tien_jaar
        assert bereken(Duur(60, "werkdagen"), over_tien_jaar, een).uiterste_datum > over_tien_jaar


def test_de_kalender_weet_tot_welk_jaar_de_besluiten_bekend_zijn():
    assert kalender("atw").laatste_besluit == max(gelijkgestelde_dagen()).year
    assert kalender("weekend").laatste_besluit is None


def test_elke_kalender_heeft_een_eigen_versie_die_niet_vanzelf_verandert():
    versies = {naam: een.versie for naam, een in kalenders().items()}
    assert len(set(versies.values())) == len(versies)
    een = kalender()
    gelijk = Kalender(
        naam="anders", titel="anders", feestdagen=True, gelijkgesteld=True, bron="anders"
    )
    assert gelijk.versie == een.versie
    assert len(een.versie) == 8


@pytest.mark.parametrize(
    ("dag", "verandert"),
    [("2030-05-31", True), ("2026-12-19", False), ("2026-04-03", False)],
)
def test_een_dag_erbij_geeft_een_andere_versie_als_het_een_werkdag_was(dag, verandert):
    ander = kalender().met({date.fromisoformat(dag): "besluit dat nog komt"})
    assert (ander.versie != kalender().versie) == verandert


def test_een_toegevoegde_dag_is_vrij_met_zijn_reden_en_blijft_uit_de_andere_kalender():
    ander = kalender().met(SLUITING)
    assert ander.reden_vrij(date(2026, 12, 24)) == "kantoor gesloten"
    assert ander.reden_vrij(date(2026, 12, 19)) == "zaterdag"
    assert kalender().is_werkdag(date(2026, 12, 24))
    assert bereken(Duur(1, "werkdagen"), date(2026, 12, 23), ander).uiterste_datum.day == 28


@settings(deadline=None)
@given(dagen, st.integers(1, 300), een_kalender)
def test_springen_komt_op_de_werkdag_die_stap_voor_stap_wordt_bereikt(vanaf, aantal, een):
    dag, over = vanaf, aantal
    while over:
        dag += timedelta(days=1)
        over -= een.is_werkdag(dag)
    assert een.werkdag_na(vanaf, aantal) == dag
    assert een.werkdagen_tussen(vanaf, dag) == aantal


@settings(deadline=None)
@given(dagen, st.integers(-30, 500), een_kalender)
def test_werkdagen_tussen_twee_dagen_zijn_de_werkdagen_na_de_eerste(na, verder, een):
    alle = (na + timedelta(days=n) for n in range(1, verder + 1))
    assert een.werkdagen_tussen(na, na + timedelta(days=verder)) == sum(map(een.is_werkdag, alle))


def test_buiten_de_jaren_van_de_kalender_wordt_niet_geteld():
    een = kalender()
    voor, na = date(EERSTE_JAAR - 1, 12, 30), date(LAATSTE_JAAR, 12, 31)
    with pytest.raises(BuitenKalender, match=f"{EERSTE_JAAR}"):
        een.werkdag_na(voor, 1)
    with pytest.raises(BuitenKalender):
        een.werkdag_na(na, 1)
    with pytest.raises(BuitenKalender):
        een.werkdagen_tussen(voor, na)
    with pytest.raises(BuitenKalender):
        een.werkdagen_tussen(na, na + timedelta(days=1))
    with pytest.raises(BuitenKalender):
        een.reden_vrij(na + timedelta(days=1))
