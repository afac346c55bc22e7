"""A family has one plan; it grows by versions, and no version is ever another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from paraplu.casussen.fouten import StaleSave
from paraplu.veiligheid import actions, queries
from paraplu.veiligheid.fouten import PlanBeeindigd, PlanOnvolledig, VerouderdeVersie
from paraplu.veiligheid.inhoud import read_inhoud
from paraplu.veiligheid.models import Instemming, Planversie, Veiligheidsplan
from tests.veiligheid.bouwen import AFSPRAAK, DAG, INHOUD, VOORWAARDE, inhoud, versie

pytestmark = pytest.mark.django_db
LATER = DAG + timedelta(days=7)


def test_een_gezin_heeft_een_plan_ook_als_twee_het_beginnen(casus):
    eerste = actions.begin_plan(gezin=casus.gezin, by=casus.houder, on=DAG)
    assert actions.begin_plan(gezin=casus.gezin, by=casus.houder, on=LATER) == eerste
    with pytest.raises(DatabaseError), transaction.atomic():
        Veiligheidsplan.objects.create(gezin=casus.gezin, begonnen_op=DAG, door=casus.houder)


def test_wat_er_in_een_versie_staat_komt_er_heel_weer_uit(casus):
    assert read_inhoud(versie(casus)) == INHOUD


def test_een_nieuwe_versie_laat_de_oude_staan(casus):
    oud = versie(casus)
    nieuw = versie(casus, on=LATER, waarom="Het is rustiger.", aanleiding="tafel")
    assert (oud.nummer, nieuw.nummer) == (1, 2)
    assert read_inhoud(Planversie.objects.get(pk=oud.pk)) == INHOUD
    assert queries.versie_of(oud.plan, DAG) == oud
    assert queries.versie_of(oud.plan, LATER) == nieuw


@pytest.mark.parametrize("opdracht", ["update", "delete"])
def test_de_database_wijzigt_geen_versie_en_geen_instemming(casus, opdracht):
    rij = versie(casus)
    actions.agree(versie=rij, naam="Oma", by=casus.houder, on=DAG)
    voorwaarde = rij.voorwaarden.get()
    for deel in (rij, voorwaarde, voorwaarde.afspraken.get(), rij.instemmingen.get()):
        rijen = type(deel).objects.filter(pk=deel.pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            if opdracht == "delete":
                rijen._raw_delete(rijen.db)
            else:
                rijen.update(id=deel.pk)


def test_wie_over_een_oudere_versie_bewaart_hoort_dat_en_bewaart_niets(casus):
    plan = versie(casus).plan
    versie(casus, on=LATER)
    with pytest.raises(StaleSave) as fout:
        actions.save_versie(plan=plan, inhoud=INHOUD, by=casus.houder, on=LATER, vorige=1)
    assert fout.value.versie == 2
    assert plan.versies.count() == 2


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"waarom": " "}, "niet veilig"),
        ({"als_ouders_niet_kunnen": ""}, "als de ouders het niet veilig kunnen maken"),
        ({"als_het_niet_lukt": ""}, "zich niet aan het plan houdt"),
        ({"als_het_lukt": ""}, "zich aan het plan houdt"),
        ({"toezicht_door": ""}, "wie kijkt of de afspraken"),
        ({"steun_voor_ouders": ""}, "wie de ouders direct helpt"),
        ({"makers_gezin": "", "makers_netwerk": "", "makers_hulp": ""}, "wie het plan maakten"),
        ({"met_ouders": "deels"}, "niet helemaal zelf"),
        ({"voorwaarden": ()}, "ten minste een voorwaarde"),
        ({"voorwaarden": (replace(VOORWAARDE, afspraken=()),)}, "ten minste een afspraak"),
        ({"evaluatie_op": DAG - timedelta(days=1)}, "al geweest"),
        (
            {"voorwaarden": (replace(VOORWAARDE, afspraken=(replace(AFSPRAAK, wie=""),)),)},
            "wie wat doet",
        ),
        (
            {"voorwaarden": (replace(VOORWAARDE, gesteld_door=""),)},
            "wat er moet gebeuren en wie dat vraagt",
        ),
        (
            {
                "voorwaarden": (
                    replace(VOORWAARDE, afspraken=(replace(AFSPRAAK, tot=date(2026, 3, 1)),)),
                )
            },
            "eindigt niet voor het begin",
        ),
    ],
    ids=[
        "waarom", "ouders", "niet", "wel", "toezicht", "steun", "makers", "reden", "voorwaarde",
        "afspraak", "evaluatie", "wie", "gesteld", "tot",
    ],
)  # fmt: skip
def test_een_plan_dat_niet_af_is_zegt_wat_er_mist(casus, velden, zin):
    """R65, R69, R70 and R268: what a plan has to say."""
    with pytest.raises(PlanOnvolledig, match=zin) as fout:
        versie(casus, **velden)
    assert len(fout.value.mist) == 1
    assert not Planversie.objects.exists()


def test_met_een_reden_mag_een_plan_zonder_de_ouders_gemaakt_zijn(casus):
    """R268: fully, partly or not, with the reason."""
    rij = versie(casus, met_ouders="niet", met_ouders_reden="Vader wilde niet praten.")
    assert (rij.met_ouders, rij.met_ouders_reden) == ("niet", "Vader wilde niet praten.")


def test_wie_instemt_staat_er_met_de_dag(casus):
    rij = versie(casus)
    ouder = casus.gezin.personen.get(rol="ouder")
    actions.agree(versie=rij, persoon=ouder, by=casus.houder, on=DAG)
    actions.agree(versie=rij, medewerker=casus.houder, by=casus.houder, on=LATER)
    actions.agree(
        versie=rij, naam="Oma", akkoord=False, toelichting="Te ver", by=casus.houder, on=LATER
    )
    assert [(een.wie, een.akkoord, een.op) for een in queries.instemmingen_of(rij)] == [
        ("Ouder Testouder", True, DAG),
        (str(casus.houder), True, LATER),
        ("Oma", False, LATER),
    ]


def test_instemmen_is_van_een_mens(casus):
    rij = versie(casus)
    for wie in ({}, {"naam": "Oma", "medewerker": casus.houder}):
        with pytest.raises(DatabaseError), transaction.atomic():
            actions.agree(versie=rij, by=casus.houder, on=DAG, **wie)


def test_niemand_stemt_in_met_een_versie_van_vroeger(casus):
    oud = versie(casus)
    versie(casus, on=LATER)
    with pytest.raises(VerouderdeVersie):
        actions.agree(versie=oud, naam="Oma", by=casus.houder, on=LATER)
    assert not Instemming.objects.exists()


def test_een_plan_geldt_van_de_eerste_versie_tot_het_einde(casus):
    plan = actions.begin_plan(gezin=casus.gezin, by=casus.houder, on=DAG)
    assert queries.plan_of(casus.gezin, DAG) is None
    actions.save_versie(plan=plan, inhoud=INHOUD, by=casus.houder, on=LATER, vorige=0)
    assert queries.plan_of(casus.gezin, DAG) is None
    assert queries.plan_of(casus.gezin, LATER) == plan
    actions.end_plan(plan=plan, reden="Het is al een half jaar veilig.", on=date(2026, 6, 1))
    assert queries.plan_of(casus.gezin, date(2026, 5, 31)) == plan
    assert queries.plan_of(casus.gezin, date(2026, 6, 1)) is None


def test_aan_een_afgesloten_plan_komt_niets_meer_bij(casus):
    rij = versie(casus)
    actions.end_plan(plan=rij.plan, reden="Klaar.", on=LATER)
    with pytest.raises(PlanBeeindigd):
        actions.end_plan(plan=rij.plan, reden="Nog eens.", on=LATER)
    with pytest.raises(PlanBeeindigd):
        actions.save_versie(plan=rij.plan, inhoud=inhoud(), by=casus.houder, on=LATER, vorige=1)
    with pytest.raises(VerouderdeVersie):
        actions.agree(versie=rij, naam="Oma", by=casus.houder, on=LATER)
    assert versie(casus, on=LATER).plan != rij.plan
