"""Jaar, kwartaal en maand."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.monitor import OngeldigePeriode, Periode


@pytest.mark.parametrize(
    ("tekst", "begin", "einde"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-K1", date(2023, 1, 1), date(2023, 3, 31)),
        ("2023-k4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_een_periode_loopt_van_haar_eerste_tot_en_met_haar_laatste_dag(tekst, begin, einde):
    periode = Periode.lees(tekst)

    assert (periode.begin, periode.einde) == (begin, einde)


@pytest.mark.parametrize("tekst", ["2023", "2023-K2", "2023-05"])
def test_een_periode_heet_zoals_zij_gelezen_wordt(tekst):
    assert Periode.lees(tekst).naam == tekst


@pytest.mark.parametrize(
    ("tekst", "vorige"),
    [("2023", "2022"), ("2023-K1", "2022-K4"), ("2023-K3", "2023-K2"), ("2023-01", "2022-12")],
)
def test_de_vorige_is_even_lang_en_sluit_aan(tekst, vorige):
    assert Periode.lees(tekst).vorige() == Periode.lees(vorige)


@pytest.mark.parametrize("tekst", ["", "23", "2023-K5", "2023-K0", "2023-13", "2023-5", "mei 2023"])
def test_wat_geen_periode_is_wordt_geweigerd(tekst):
    with pytest.raises(OngeldigePeriode):
        Periode.lees(tekst)


def test_een_kwartaal_heeft_drie_maanden():
    assert [m.naam for m in Periode.lees("2023-K4").maanden()] == ["2023-10", "2023-11", "2023-12"]
