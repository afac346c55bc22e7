"""De termijnen als tabel zijn op elke dag die van `bereken`, ook om Pasen, Koningsdag en kerst."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.monitor.wachten.termijntabel import EERSTE_DAG, termijntabel, werkdagtabel

OP = date(2027, 12, 31)
LAATSTE = (OP - EERSTE_DAG).days


def uiterste_data() -> dict[tuple[str, date], date]:
    return {
        (rij["soort"], rij["dag"]): rij["uiterste_datum"] for rij in termijntabel(OP).to_pylist()
    }


UITERSTE = uiterste_data()


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(ijw_termijnen())),
    st.integers(0, LAATSTE).map(lambda dagen: EERSTE_DAG + timedelta(days=dagen)),
)
def test_de_tabel_geeft_de_datum_die_de_bon_geeft(soort, dag):
    assert UITERSTE[soort, dag] == ijw_termijnen()[soort].vanaf(dag).uiterste_datum


@pytest.mark.parametrize("soort", ["OP090", "OP090x4", "OP359"])
def test_elke_dag_om_de_feestdagen_van_2023_tot_2026(soort):
    """Every day of four years of the shortest, the longest and the statutory term."""
    dag = date(2023, 1, 1)
    while dag < date(2027, 1, 1):
        assert UITERSTE[soort, dag] == ijw_termijnen()[soort].vanaf(dag).uiterste_datum, dag
        dag += timedelta(days=1)


@pytest.mark.parametrize(
    ("soort", "vanaf", "uiterste_datum"),
    [
        # Goede Vrijdag 7 april, tweede paasdag 10 april, Koningsdag 27 april 2023; 28 april was ermee gelijkgesteld.
        ("OP090", "2023-04-05", "2023-04-12"),
        ("OP274", "2023-04-06", "2023-04-17"),
        ("OP274", "2023-04-24", "2023-05-03"),
        ("OP090x4", "2023-04-20", "2023-05-09"),
        # 8 weken tellen elke dag; ook als de laatste een zondag is.
        ("OP274-onderzoek", "2023-03-05", "2023-04-30"),
        # Twee weken die op Goede Vrijdag eindigen, lopen wettelijk door tot na Pasen.
        ("OP359", "2023-03-24", "2023-04-11"),
        ("OP359", "2023-03-20", "2023-04-03"),
        ("OP272", "2023-12-21", "2024-01-02"),
    ],
)
def test_de_uiterste_datum_met_de_hand_nageteld(soort, vanaf, uiterste_datum):
    assert UITERSTE[soort, date.fromisoformat(vanaf)].isoformat() == uiterste_datum


def test_werkdagen_over_tellen_geen_weekend_en_geen_feestdag():
    telling = {rij["dag"]: rij["telling"] for rij in werkdagtabel(OP).to_pylist()}
    # Thursday 6 April to Wednesday 12 April 2023: Tuesday and Wednesday.
    assert telling[date(2023, 4, 12)] - telling[date(2023, 4, 6)] == 2
    assert telling[date(2023, 5, 1)] - telling[date(2023, 4, 26)] == 1


def test_geen_termijn_valt_buiten_de_werkdagen():
    laatste = max(rij["dag"] for rij in werkdagtabel(OP).to_pylist())
    assert max(UITERSTE.values()) <= laatste
