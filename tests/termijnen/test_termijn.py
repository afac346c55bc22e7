"""Terms as tables that a person can count off on a calendar, their laws, and a second plain reading."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.termijnen import (
    BuitenKalender,
    Duur,
    GeenDuur,
    Termijn,
    bereken,
    kalender,
    kalenders,
    lees_termijn,
)

WERKDAGEN = """
    # Pasen 2026: Goede Vrijdag 3 april, tweede paasdag 6 april
    2026-04-02 | 1 werkdag    | 2026-04-07
    2026-04-02 | 3 werkdagen  | 2026-04-09
    2026-04-03 | 3 werkdagen  | 2026-04-09
    2026-03-30 | 3 werkdagen  | 2026-04-02
    # Koningsdag: maandag 27 april 2026; in 2025 op zaterdag 26 april
    2026-04-24 | 1 werkdag    | 2026-04-28
    2025-04-24 | 2 werkdagen  | 2025-04-28
    2025-04-25 | 1 werkdag    | 2025-04-28
    # 5 mei telt elk jaar
    2026-05-04 | 1 werkdag    | 2026-05-06
    # Hemelvaart 14 mei 2026 en de gelijkgestelde vrijdag 15 mei
    2026-05-13 | 1 werkdag    | 2026-05-18
    2026-05-11 | 5 werkdagen  | 2026-05-20
    # Pinksteren: maandag 25 mei 2026
    2026-05-22 | 3 werkdagen  | 2026-05-28
    # Kerst 2026 (vrijdag en zaterdag) en de jaarwisseling
    2026-12-24 | 1 werkdag    | 2026-12-28
    2026-12-24 | 5 werkdagen  | 2027-01-04
    2025-12-31 | 1 werkdag    | 2026-01-05
    # een gewone week, en een begin in het weekend
    2026-09-07 | 5 werkdagen  | 2026-09-14
    2026-09-11 | 3 werkdagen  | 2026-09-16
    2026-09-12 | 3 werkdagen  | 2026-09-16
    2026-09-13 | 3 werkdagen  | 2026-09-16
    2026-09-07 | 10 werkdagen | 2026-09-21
"""
KALENDERDAGEN = """
    2026-03-23 | 2 weken      | 2026-04-06
    2026-03-20 | 14 dagen     | 2026-04-03
    2026-09-07 | 2 weken      | 2026-09-21
    2026-11-02 | 8 weken      | 2026-12-28
    2024-02-28 | 1 week       | 2024-03-06
    2026-01-31 | 1 maand      | 2026-02-28
    2023-11-30 | 3 maanden    | 2024-02-29
    2026-12-31 | 2 maanden    | 2027-02-28
"""
WETTELIJK = """
    # eindigt op tweede paasdag: een dag verder
    2026-03-23 | 2 weken      | 2026-04-07
    # eindigt op Goede Vrijdag: voorbij het hele paasweekend
    2026-03-20 | 14 dagen     | 2026-04-07
    # eindigt op zaterdag
    2026-09-05 | 2 weken      | 2026-09-21
    # eindigt op een werkdag: niets verandert
    2026-09-07 | 2 weken      | 2026-09-21
    # drie dagen of meer: er zitten twee werkdagen in (artikel 2)
    2026-04-02 | 3 dagen      | 2026-04-08
    2026-04-02 | 2 dagen      | 2026-04-07
    # langer dan 12 weken of 90 dagen: de wet geldt niet (artikel 4)
    2026-09-05 | 13 weken     | 2026-12-05
    2026-09-06 | 90 dagen     | 2026-12-07
    2026-09-05 | 91 dagen     | 2026-12-05
"""


def rijen(tabel: str) -> list[tuple[str, str, str]]:
    regels = [regel.strip() for regel in tabel.strip().splitlines()]
    return [
        tuple(deel.strip() for deel in regel.split("|"))
        for regel in regels
        if regel and not regel.startswith("#")
    ]


@pytest.mark.parametrize(("vanaf", "duur", "uiterste_datum"), rijen(WERKDAGEN + KALENDERDAGEN))
def test_de_termijn_loopt_af_op(vanaf, duur, uiterste_datum):
    termijn = bereken(lees_termijn(duur), date.fromisoformat(vanaf))
    assert termijn.uiterste_datum.isoformat() == uiterste_datum


@pytest.mark.parametrize(("vanaf", "duur", "uiterste_datum"), rijen(WETTELIJK))
def test_een_wettelijke_termijn_loopt_af_op_een_werkdag(vanaf, duur, uiterste_datum):
    termijn = bereken(lees_termijn(duur), date.fromisoformat(vanaf), verlengt=True)
    assert termijn.uiterste_datum.isoformat() == uiterste_datum


def test_de_bon_zegt_van_elke_dag_of_hij_telt_en_waarom():
    termijn = bereken(lees_termijn("3 werkdagen"), date(2026, 4, 2))
    assert [(dag.datum.day, dag.nummer, dag.reden) for dag in termijn.dagen] == [
        (2, None, "op deze dag begint het; die telt niet mee"),
        (3, None, "Goede Vrijdag"),
        (4, None, "zaterdag"),
        (5, None, "zondag"),
        (6, None, "tweede paasdag"),
        (7, 1, "werkdag"),
        (8, 2, "werkdag"),
        (9, 3, "werkdag"),
    ]


def test_de_bon_zegt_waarom_een_wettelijke_termijn_langer_duurt():
    termijn = bereken(lees_termijn("2 weken"), date(2026, 3, 21), verlengt=True)
    assert [(dag.datum.day, dag.telt, dag.reden) for dag in termijn.dagen[-4:]] == [
        (4, True, "zaterdag"),
        (5, False, "zondag"),
        (6, False, "tweede paasdag"),
        (7, False, "werkdag: tot hier is de termijn verlengd"),
    ]


def test_dezelfde_termijn_onder_een_andere_kalender():
    duur, vanaf = lees_termijn("1 werkdag"), date(2026, 5, 13)
    uitkomsten = {
        naam: bereken(duur, vanaf, een).uiterste_datum.day for naam, een in kalenders().items()
    }
    assert uitkomsten == {"atw": 18, "feestdagen": 15, "weekend": 14}


@pytest.mark.parametrize(
    ("gedaan_op", "op", "stand"),
    [
        (None, "2026-04-09", "open"),
        (None, "2026-04-10", "verlopen"),
        ("2026-04-09", "2026-04-20", "gehaald"),
        ("2026-04-10", "2026-04-20", "te laat"),
        ("2026-04-10", "2026-04-09", "open"),
        ("2026-03-30", "2026-04-20", "gehaald"),
    ],
)
def test_de_stand_van_een_termijn_op_een_dag(gedaan_op, op, stand):
    termijn = bereken(lees_termijn("3 werkdagen"), date(2026, 4, 2))
    gedaan = date.fromisoformat(gedaan_op) if gedaan_op else None
    assert termijn.stand(op=date.fromisoformat(op), gedaan_op=gedaan) == stand


@pytest.mark.parametrize("tekst", ["", "drie dagen", "3", "werkdagen", "-3 dagen", "3 jaren", "0 dagen", "10000 dagen", "1,5 week"])  # fmt: skip
def test_wat_geen_termijn_is_wordt_geweigerd(tekst):
    with pytest.raises(GeenDuur):
        lees_termijn(tekst)


@pytest.mark.parametrize("tekst", ["1 werkdag", "3 werkdagen", "1 week", "14 dagen", "9 maanden"])
def test_een_termijn_leest_zoals_hij_geschreven_is(tekst):
    assert str(lees_termijn(tekst)) == tekst


@pytest.mark.parametrize(
    ("vanaf", "duur"),
    [
        (date(1989, 11, 30), "1 werkdag"),
        (date(1989, 11, 1), "1 week"),
        (date(2199, 12, 31), "1 werkdag"),
        (date(9999, 12, 30), "5 dagen"),
        (date(9999, 12, 30), "5 maanden"),
        (date(2199, 12, 30), "9999 weken"),
    ],
)
def test_een_termijn_buiten_de_kalender_zegt_dat(vanaf, duur):
    with pytest.raises(BuitenKalender):
        bereken(lees_termijn(duur), vanaf)


dagen = st.dates(date(1991, 1, 1), date(2100, 1, 1))
aantallen = st.integers(1, 60)
eenheden = st.sampled_from(["werkdagen", "dagen", "weken", "maanden"])
een_kalender = st.sampled_from(sorted(kalenders())).map(kalender)


@settings(deadline=None)
@given(dagen, aantallen, een_kalender)
def test_tellen_met_de_hand_geeft_dezelfde_werkdag(vanaf, aantal, een):
    """The plain reading: step from day to day until enough working days have passed."""
    dag, over = vanaf, aantal
    while over:
        dag = dag + timedelta(days=1)
        if een.is_werkdag(dag):
            over = over - 1
    assert bereken(Duur(aantal, "werkdagen"), vanaf, een).uiterste_datum == dag


@settings(deadline=None)
@given(dagen, aantallen, st.booleans(), een_kalender)
def test_een_wettelijke_termijn_eindigt_op_de_eerste_dag_die_mag(vanaf, aantal, in_weken, een):
    """The plain reading of art. 1, 2 and 4: the first day on or after the end that is allowed."""
    duur = Duur(aantal, "weken" if in_weken else "dagen")
    dag = vanaf + timedelta(days=aantal * 7 if in_weken else aantal)
    geldt = aantal <= 12 if in_weken else aantal <= 90

    def mag(dag: date) -> bool:
        binnen = [vanaf + timedelta(days=n) for n in range(1, (dag - vanaf).days + 1)]
        genoeg = not (in_weken or aantal >= 3) or sum(map(een.is_werkdag, binnen)) >= 2
        return een.is_werkdag(dag) and genoeg

    while geldt and not mag(dag):
        dag += timedelta(days=1)
    assert bereken(duur, vanaf, een, verlengt=True).uiterste_datum == dag


@settings(deadline=None)
@given(dagen, st.integers(0, 40), aantallen, eenheden, een_kalender, st.booleans())
def test_wie_later_begint_is_nooit_eerder_klaar(vanaf, later, aantal, eenheid, een, verlengt):
    def uiterste(dag: date) -> date:
        return bereken(Duur(aantal, eenheid), dag, een, verlengt=verlengt).uiterste_datum

    assert uiterste(vanaf) <= uiterste(vanaf + timedelta(days=later))


@settings(deadline=None)
@given(dagen, aantallen, aantallen, eenheden, een_kalender)
def test_een_langere_termijn_loopt_nooit_eerder_af(vanaf, kort, erbij, eenheid, een):
    korter = bereken(Duur(kort, eenheid), vanaf, een).uiterste_datum
    assert korter < bereken(Duur(kort + erbij, eenheid), vanaf, een).uiterste_datum


@settings(deadline=None)
@given(dagen, aantallen, aantallen, st.sampled_from(["werkdagen", "dagen", "weken"]), een_kalender)
def test_twee_termijnen_na_elkaar_zijn_samen_een(vanaf, n, m, eenheid, een):
    halverwege = bereken(Duur(n, eenheid), vanaf, een).uiterste_datum
    samen = bereken(Duur(n + m, eenheid), vanaf, een).uiterste_datum
    assert bereken(Duur(m, eenheid), halverwege, een).uiterste_datum == samen


@settings(deadline=None)
@given(dagen, aantallen, eenheden, een_kalender, st.booleans())
def test_de_bon_mist_geen_dag_en_telt_tot_het_einde(vanaf, aantal, eenheid, een, verlengt):
    termijn: Termijn = bereken(Duur(aantal, eenheid), vanaf, een, verlengt=verlengt)
    datums = [dag.datum for dag in termijn.dagen]
    assert datums == [vanaf + timedelta(days=n) for n in range(len(datums))]
    nummers = [dag.nummer for dag in termijn.dagen if dag.telt]
    assert nummers == list(range(1, len(nummers) + 1))
    assert all(dag.reden for dag in termijn.dagen)
    assert all((dag.nummer is not None) == dag.telt for dag in termijn.dagen)
