"""Who sees the family sees its plan; who looks in an emergency reads and does not write."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from paraplu.casussen import actions as werk
from paraplu.casussen.models import Noodtoegang
from paraplu.veiligheid import queries
from paraplu.veiligheid.models import (
    Instemming,
    Planversie,
    Veiligheidsafspraak,
    Veiligheidsplan,
    Veiligheidsvoorwaarde,
)
from tests.casussen.bouwen import make_medewerker
from tests.veiligheid.bouwen import versie
from tests.web.wand.achter import achter_de_wand

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [
        ("jeugdbeschermer", True),
        ("teamleider", True),
        ("lokaal_team", True),
        ("zorgaanbieder", False),
        ("backoffice", False),
        ("expertteam", False),
    ],
)
def test_wie_het_gezin_ziet_ziet_en_schrijft_het_plan(wereld, casus, rol, ziet):
    plan = versie(casus).plan
    gebruiker = wereld.gebruiker(rol)
    assert list(queries.plannen_for(gebruiker)) == ([plan] if ziet else [])
    assert queries.may_write(gebruiker, casus.gezin, op=localdate()) is ziet


def test_de_regisseur_schrijft_ook_zonder_casus(wereld, casus):
    versie(casus)
    regisseur = make_medewerker("lokaal_team", wereld.lokaal_team)
    werk.set_regisseur(gezin=casus.gezin, medewerker=regisseur, on=localdate())
    assert queries.may_write(regisseur.gebruiker, casus.gezin, op=localdate())


def test_met_noodtoegang_leest_men_en_schrijft_men_niet(wereld, casus):
    plan = versie(casus).plan
    ander = make_medewerker("teamleider", wereld.expertteam)
    Noodtoegang.objects.create(
        casus=casus,
        medewerker=ander,
        reden="x",
        vanaf=now() - timedelta(minutes=1),
        tot=now() + timedelta(hours=1),
    )
    assert list(queries.plannen_for(ander.gebruiker)) == [plan]
    assert not queries.may_write(ander.gebruiker, casus.gezin, op=localdate())


@pytest.mark.parametrize("rol", ["jeugdbeschermer", "lokaal_team", "zorgaanbieder", "backoffice"])
def test_de_database_toont_wat_de_lezer_mag_zien(wereld, casus, rol):
    """R268: the second wall keeps every table of the plan for who sees the family."""
    rij = versie(casus)
    Instemming.objects.create(versie=rij, naam="Oma", akkoord=True, op=localdate(), door=rij.door)
    gebruiker = wereld.gebruiker(rol)
    ziet = queries.plannen_for(gebruiker).exists()
    modellen = (
        Veiligheidsplan, Planversie, Veiligheidsvoorwaarde, Veiligheidsafspraak, Instemming
    )  # fmt: skip
    with achter_de_wand(gebruiker):
        assert [model.objects.count() for model in modellen] == [int(ziet)] * 5
