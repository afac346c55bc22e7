"""Before an OTS ends it is looked at whether the table discussed that, where it does so (R81, R274)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen.actions import start_maatregel
from paraplu.casussen.einde import list_toetsen
from paraplu.casussen.models import Casus, Maatregel
from paraplu.tafel.models import Gesprek, Tafel, Verzoek
from tests.tafel.aan import DAG, Tafelwereld
from tests.tafel.na import aan_tafel, gehouden

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 1)


@pytest.fixture
def t(db) -> Tafelwereld:
    return Tafelwereld()


def ots(t, gezin, soort: str = "ots") -> Maatregel:
    return start_maatregel(
        persoon=gezin.personen.filter(rol="kind").first(), soort=soort, gi=t.gi,
        uitspraak_op=DAG, vanaf=DAG, jeugdbeschermer=t.wie["jeugdbeschermer"],
    )  # fmt: skip


def test_waar_de_tafel_het_bespreekt_is_het_zonder_gesprek_nog_niet_in_orde(t):
    [toets] = list_toetsen(ots(t, t.gezin()), on=LATER)
    assert not toets.in_orde
    assert "nog niet besproken" in str(toets.zin)


@pytest.mark.parametrize("keuze", [{"toetst_einde_ots": False}, {"toetst_vanaf": date(2027, 1, 1)}])
def test_waar_de_regio_dat_niet_doet_staat_dat_erbij_en_houdt_niets_tegen(t, keuze):
    Tafel.objects.update(**keuze)
    [toets] = list_toetsen(ots(t, t.gezin()), on=LATER)
    assert toets.in_orde and "In deze regio" in str(toets.zin)


def test_een_gezin_zonder_tafel_wordt_niet_tegengehouden(t):
    Tafel.objects.update(gemeenten=["0202"])
    assert list_toetsen(ots(t, t.gezin()), on=LATER)[0].in_orde


def test_bij_een_andere_maatregel_kijkt_de_tafel_niet(t):
    assert list_toetsen(ots(t, t.gezin(), "voogdij"), on=LATER) == []


@pytest.mark.parametrize(("uitslag", "kan"), [("eindigen", True), ("doorgaan", False)])
def test_wat_de_tafel_vond_telt(t, uitslag, kan):
    gezin = t.gezin()
    maatregel = ots(t, gezin)
    casus = aan_tafel(t, gezin=gezin)
    Casus.objects.filter(pk=casus.pk).update(maatregel=maatregel)
    Verzoek.objects.filter(casus=casus).update(soort=Gesprek.EINDE_OTS)
    gehouden(
        t, Casus.objects.get(pk=casus.pk), uitkomst="", toets=uitslag, toets_toelichting="Zo.",
        rol_ouders="Zo.", bijdragen="Zo.",
    )  # fmt: skip
    [toets] = list_toetsen(maatregel, on=LATER)
    assert toets.in_orde is kan
