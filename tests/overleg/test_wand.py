"""The second wall: the database itself keeps meetings and deviations with the parties."""

from __future__ import annotations

import pytest

from paraplu.overleg.actions import acties
from tests.overleg.conftest import DAG
from tests.web.wand.achter import achter_de_wand, nummers

#: Which of (Gelders meeting, talk of FoodValley, talk of Centraal Gelderland) each account sees.
ZIET = {
    "contractmanager": (True, False, True),  # of Centraal Gelderland
    "regio": (True, True, False),  # of FoodValley
    "backoffice": (True, True, False),  # of Ede
    "wethouder": (True, False, True),  # of Arnhem
    "gi": (True, True, True),
    "provincie": (True, False, False),
    "raadslid": (False, False, False),
    "aanbieder": (False, False, False),
    "jeugdbeschermer": (False, False, False),
    "beheerder": (False, False, False),
}


def test_de_database_laat_alleen_de_eigen_kring_zien(plan, accounts):
    alle = [plan(), plan(soort="contract", regio="FV"), plan(soort="contract", regio="CG")]
    for overleg in alle:
        acties.add_actie(
            datum=DAG, by=accounts["contractmanager"], on=DAG, onderwerp="Iets", resultaat="Iets",
            overleg=overleg,
        )  # fmt: skip
    for soort, verwacht in ZIET.items():
        with achter_de_wand(accounts[soort]):
            gezien = nummers("overleg_overleg")
            van_deelnemers = nummers("overleg_deelnemer")
            actie = nummers("overleg_actie")
        assert tuple(overleg.pk in gezien for overleg in alle) == verwacht, soort
        assert len(actie) == sum(verwacht), soort
        assert bool(van_deelnemers) == any(verwacht), soort


@pytest.mark.usefixtures("plan")
def test_zonder_account_is_er_geen_overleg(plan):
    plan()
    with achter_de_wand():
        assert nummers("overleg_overleg") == set()
