"""Our calendar and our counting against `holidays`, `workalendar` and `numpy.busday_offset`.

Where they differ, the difference is a row of a table here with its reason; any other difference is a
fault, and so is a row that is no longer true.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import holidays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workalendar.europe import Netherlands

from paraplu.termijnen import Duur, bereken, kalender
from paraplu.termijnen.feestdagen import pasen
from tests.termijnen.tabel import lees_tabel

JAREN = range(1990, 2071)
#: In the years in which 5 May is a day off for everyone, `holidays` counts it as public.
LUSTRUM = 5

#: Days that we have free and another has not; nobody has a day that we do not have.
BEKEND = """
    wie                  | dag        | reden
    holidays             | 5 mei      | in gewone jaren heet 5 mei daar “optional”; de wet noemt hem elk jaar
    holidays             | besluiten  | de dagen die bij besluit gelijk zijn gesteld staan er niet in
    holidays met optional | besluiten | de dagen die bij besluit gelijk zijn gesteld staan er niet in
    workalendar          | besluiten  | de dagen die bij besluit gelijk zijn gesteld staan er niet in
"""
BESLUITEN = """
    2014-05-30 2015-01-02 2015-05-04 2015-05-15 2016-05-06 2017-04-28 2017-05-26 2018-05-11
    2018-12-24 2018-12-31 2019-05-31 2019-12-27 2022-05-27 2023-04-28 2023-05-19 2024-05-10
    2024-12-27 2025-05-30 2026-01-02 2026-05-15 2027-05-07 2028-04-28 2028-05-26
"""
GROEPEN = {
    # Where Hemelvaartsdag falls on 5 May, everyone has that day.
    "5 mei": {date(jaar, 5, 5) for jaar in JAREN if jaar % LUSTRUM}
    - {pasen(jaar) + timedelta(days=39) for jaar in JAREN},
    "besluiten": {date.fromisoformat(dag) for dag in BESLUITEN.split()},
}


@cache
def dagen_van(wie: str) -> frozenset[date]:
    """The free weekdays that another has in these years."""
    if wie == "workalendar":
        een = Netherlands()
        return weekdagen(dag for jaar in JAREN for dag, _naam in een.holidays(jaar))
    return weekdagen(nederland(wie))


@cache
def nederland(wie: str) -> holidays.HolidayBase:
    soorten = ("public", "optional") if wie == "holidays met optional" else ("public",)
    return holidays.NL(years=JAREN, categories=soorten)


def weekdagen(dagen: Iterable[date]) -> frozenset[date]:
    return frozenset(dag for dag in dagen if dag.weekday() < 5 and dag.year in JAREN)


@cache
def onze_dagen(naam: str) -> frozenset[date]:
    een = kalender(naam)
    alle = (
        date(JAREN.start, 1, 1) + timedelta(days=n) for n in range(366 * (JAREN.stop - JAREN.start))
    )
    return weekdagen(dag for dag in alle if not een.is_werkdag(dag))


@pytest.mark.parametrize("wie", ["holidays", "holidays met optional", "workalendar"])
def test_een_ander_mist_alleen_de_dagen_waarvan_wij_dat_weten(wie):
    bekend = [GROEPEN[rij["dag"]] for rij in lees_tabel(BEKEND) if rij["wie"] == wie]
    assert onze_dagen("atw") - dagen_van(wie) == weekdagen(set().union(*bekend))
    assert dagen_van(wie) - onze_dagen("atw") == set()


@pytest.mark.parametrize("wie", ["holidays met optional", "workalendar"])
def test_zonder_besluiten_is_er_geen_verschil(wie):
    assert onze_dagen("feestdagen") == dagen_van(wie)


def test_elke_bekende_afwijking_heeft_een_reden():
    assert all(rij["reden"] for rij in lees_tabel(BEKEND))


dagen = st.dates(date(1991, 1, 1), date(2065, 1, 1))
aantallen = st.integers(1, 200)


def werkdag(aantal: int, vanaf: date, naam: str) -> date:
    return bereken(Duur(aantal, "werkdagen"), vanaf, kalender(naam)).uiterste_datum


@settings(deadline=None)
@given(dagen, aantallen)
def test_holidays_telt_dezelfde_werkdagen(vanaf, aantal):
    anders = nederland("holidays met optional").get_nth_working_day(vanaf, aantal)
    assert werkdag(aantal, vanaf, "feestdagen") == anders


@settings(deadline=None)
@given(dagen, aantallen)
def test_workalendar_telt_dezelfde_werkdagen_als_het_de_besluiten_krijgt(vanaf, aantal):
    een, extra = Netherlands(), sorted(GROEPEN["besluiten"])
    assert werkdag(aantal, vanaf, "feestdagen") == een.add_working_days(vanaf, aantal)
    assert werkdag(aantal, vanaf, "atw") == een.add_working_days(
        vanaf, aantal, extra_holidays=extra
    )


@settings(deadline=None)
@given(dagen, aantallen, st.sampled_from(["atw", "feestdagen", "weekend"]))
def test_numpy_telt_dezelfde_werkdagen(vanaf, aantal, naam):
    vrij = np.array(sorted(onze_dagen(naam)), dtype="datetime64[D]")
    anders = np.busday_offset(np.datetime64(vanaf), aantal, roll="backward", holidays=vrij)
    assert werkdag(aantal, vanaf, naam) == anders.item()


def test_numpy_geeft_een_dag_meer_als_het_begin_vooruit_schuift():
    """Known disagreement: `roll="forward"` counts from Monday what began on Saturday."""
    zaterdag, duur = date(2026, 9, 12), 3
    vooruit = np.busday_offset(np.datetime64(zaterdag), duur, roll="forward")
    assert werkdag(duur, zaterdag, "atw") == date(2026, 9, 16)
    assert vooruit.item() == date(2026, 9, 17)


@settings(deadline=None)
@given(dagen, st.integers(0, 900), st.sampled_from(["atw", "feestdagen", "weekend"]))
def test_numpy_telt_evenveel_werkdagen_tussen_twee_dagen(na, verder, naam):
    vrij = np.array(sorted(onze_dagen(naam)), dtype="datetime64[D]")
    tot, een_dag = na + timedelta(days=verder), np.timedelta64(1, "D")
    anders = np.busday_count(
        np.datetime64(na) + een_dag, np.datetime64(tot) + een_dag, holidays=vrij
    )
    assert kalender(naam).werkdagen_tussen(na, tot) == int(anders)
