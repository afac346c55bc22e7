"""The invented catalogue of the demo: the same from the same seed, and all of it marked."""

from __future__ import annotations

from random import Random

import pytest

from paraplu.netwerk.aanbod.seed import DemoAanbieder, Gemaakt, make_demo_aanbod
from paraplu.netwerk.aanbod.zoeken import Vraag, find_aanbod
from paraplu.netwerk.models import Organisatie, Voorziening
from tests.netwerk.aanbod_bouwen import LANG_GELEDEN, OP, maak_aanbieder, maak_gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemaakt() -> Gemaakt:
    maak_gebruiker()
    for gemeente in ("0228", "0203"):
        Organisatie.objects.create(
            sleutel=f"LT-{gemeente}", soort="lokaal_team", naam=f"Team {gemeente}",
            gemeente=gemeente, vanaf=LANG_GELEDEN,
        )  # fmt: skip
    aanbieders = [
        DemoAanbieder(maak_aanbieder(code=f"9990010{nr}"), ("FV", "CG"), (1, 7))
        for nr in range(1, 5)
    ]
    return make_demo_aanbod(aanbieders, OP, Random(7))


def test_er_is_aanbod_met_plek_en_inkoop(gemaakt):
    assert gemaakt.voorzieningen >= 4 * 2 + 2 * 2
    assert gemaakt.standen and gemaakt.inkopen and gemaakt.wachtlijsten


def test_alles_is_herkenbaar_verzonnen(gemaakt):
    for voorziening in Voorziening.objects.all():
        assert voorziening.naam.endswith("(demo)")
        assert "verzonnen" in voorziening.omschrijving


def test_een_tweede_keer_maakt_niets(gemaakt):
    assert make_demo_aanbod([], OP, Random(7)) == Gemaakt(0, 0, 0, 0)


def test_een_zoekvraag_vindt_er_iets_in(gemaakt):
    uitslag = find_aanbod(Vraag(gemeente="0228", tussentaal=7, leeftijd=12), on=OP)
    assert uitslag.passend
    assert len(uitslag.algemeen) >= 1


def test_zonder_account_is_er_niemand_die_iets_opgaf():
    with pytest.raises(ValueError, match="geen account"):
        make_demo_aanbod([], OP, Random(7))
