"""One family, one plan, one director (R10): who lacks one is seen; and who looks back is reminded."""

from __future__ import annotations

from datetime import timedelta

import pytest

from paraplu.casussen import actions as werk
from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Medewerker
from paraplu.veiligheid import actions, queries
from tests.casussen.bouwen import BEGIN, make_medewerker
from tests.veiligheid.bouwen import DAG, versie

pytestmark = pytest.mark.django_db


def give_maatregel(casus, wereld, **velden):
    return werk.start_maatregel(
        persoon=casus.kind,
        soort="ots",
        gi=wereld.gi,
        **{"uitspraak_op": BEGIN, "vanaf": BEGIN, **velden},
    )


def zonder_plan(wereld, rol="teamleider", on=DAG):
    rijen = queries.zonder_plan_for(wereld.gebruiker(rol), op=on)
    return [(gezin.nummer, gezin.heeft_plan, gezin.heeft_regisseur) for gezin in rijen]


def test_een_gezin_met_een_maatregel_zonder_plan_en_regisseur_valt_op(wereld, casus):
    give_maatregel(casus, wereld)
    for rol in ("teamleider", "lokaal_team", "jeugdbeschermer"):
        assert zonder_plan(wereld, rol) == [(casus.gezin.nummer, False, False)]


def test_een_gezin_met_plan_en_regisseur_valt_niet_op(wereld, casus):
    give_maatregel(casus, wereld)
    versie(casus)
    assert zonder_plan(wereld) == [(casus.gezin.nummer, True, False)]
    werk.set_regisseur(gezin=casus.gezin, medewerker=casus.houder, on=DAG)
    assert zonder_plan(wereld) == []


def test_een_plan_zonder_versie_of_dat_klaar_is_telt_niet(wereld, casus):
    give_maatregel(casus, wereld)
    werk.set_regisseur(gezin=casus.gezin, medewerker=casus.houder, on=DAG)
    actions.begin_plan(gezin=casus.gezin, by=casus.houder, on=DAG)
    assert zonder_plan(wereld) == [(casus.gezin.nummer, False, True)]
    actions.end_plan(plan=versie(casus).plan, reden="Klaar.", on=DAG)
    assert zonder_plan(wereld) == [(casus.gezin.nummer, False, True)]


def test_een_regisseur_die_weg_is_telt_niet(wereld, casus):
    give_maatregel(casus, wereld)
    versie(casus)
    weg = make_medewerker("lokaal_team", wereld.lokaal_team)
    werk.set_regisseur(gezin=casus.gezin, medewerker=weg, on=BEGIN)
    assert zonder_plan(wereld) == []
    Medewerker.objects.filter(pk=weg.pk).update(tot=DAG - timedelta(days=1))
    assert zonder_plan(wereld) == [(casus.gezin.nummer, True, False)]


def test_een_gezin_aan_tafel_heeft_een_plan_nodig_zolang_het_loopt(wereld, casus):
    assert zonder_plan(wereld) == []
    Casus.objects.filter(pk=casus.pk).update(route_sleutel="beschermingstafel")
    assert zonder_plan(wereld) == [(casus.gezin.nummer, False, False)]
    Casus.objects.filter(pk=casus.pk).update(afgesloten_op=DAG, afloop="x")
    assert zonder_plan(wereld) == []


def test_een_maatregel_telt_vanaf_de_dag_dat_zij_begint(wereld, casus):
    give_maatregel(casus, wereld, vanaf=DAG + timedelta(days=1))
    assert zonder_plan(wereld) == []
    assert zonder_plan(wereld, on=DAG + timedelta(days=1)) != []


def test_het_gezin_van_een_ander_staat_niet_op_de_lijst(wereld, casus):
    give_maatregel(casus, wereld)
    ander = make_medewerker("teamleider", wereld.lokaal_team)
    assert list(queries.zonder_plan_for(ander.gebruiker, op=DAG)) == []


def test_de_regisseur_hoort_twee_weken_ervoor_dat_er_teruggekeken_wordt(wereld, casus):
    rij = versie(casus)
    werk.set_regisseur(gezin=casus.gezin, medewerker=wereld.wie["lokaal_team"], on=DAG)
    regisseur = wereld.gebruiker("lokaal_team")
    ervoor = rij.evaluatie_op - timedelta(days=14)
    assert list(queries.terugkijken_for(regisseur, ervoor - timedelta(days=1))) == []
    (regel,) = queries.terugkijken_for(regisseur, ervoor)
    assert (regel.dag, regel.adres) == (rij.evaluatie_op, rij.plan.get_absolute_url())
    assert regel.tekst == f"Kijk terug op het veiligheidsplan van gezin {casus.gezin.nummer}"
    assert list(queries.terugkijken_for(wereld.gebruiker("jeugdbeschermer"), ervoor)) == []


def test_zonder_regisseur_hoort_wie_de_casus_houdt_het(wereld, casus):
    dag = versie(casus).evaluatie_op
    assert len(list(queries.terugkijken_for(casus.houder.gebruiker, dag))) == 1
    assert list(queries.terugkijken_for(wereld.gebruiker("lokaal_team"), dag)) == []


def test_een_nieuwe_versie_zet_de_volgende_dag(casus):
    dag = versie(casus).evaluatie_op
    versie(casus, on=dag, evaluatie_op=dag + timedelta(days=60))
    assert list(queries.terugkijken_for(casus.houder.gebruiker, dag)) == []
    (regel,) = queries.terugkijken_for(casus.houder.gebruiker, dag + timedelta(days=61))
    assert regel.dag == dag + timedelta(days=60)


def test_op_een_plan_dat_klaar_is_kijkt_niemand_terug(casus):
    rij = versie(casus)
    actions.end_plan(plan=rij.plan, reden="Klaar.", on=DAG)
    assert list(queries.terugkijken_for(casus.houder.gebruiker, rij.evaluatie_op)) == []
