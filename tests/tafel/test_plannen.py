"""A moment within two weeks when there is one, one talk per moment, an independent chair (R56, R61, R77)."""

from __future__ import annotations

import threading
from datetime import date, time, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout, StaleSave, VoorwaardeNietVervuld
from paraplu.casussen.models import CasusStap
from paraplu.netwerk.models import Soort
from paraplu.tafel.actions import instellen, plannen
from paraplu.tafel.deelnemers import list_bezwaren, voorzitters_of
from paraplu.tafel.models import Slot, Tafel, Zitting
from paraplu.tafel.momenten import list_momenten, moment_on, weeks_without
from paraplu.tafel.queries import slots_of, taken
from paraplu.termijnen import kalender
from tests.casussen.bouwen import make_medewerker, make_organisatie
from tests.tafel.aan import DAG, Tafelwereld


@pytest.fixture
def casus(t):
    casus = t.begin()
    t.dien_in(casus)
    return casus


def test_het_gesprek_krijgt_een_vast_moment_binnen_twee_weken(t, casus):
    zitting = t.plan(casus)
    assert zitting.begin.date() == date(2026, 1, 8)
    assert (zitting.tafel, zitting.plaats) == (t.tafel, "Gemeentehuis, kamer 2")
    assert zitting.gi_deelname == t.tafel.gi_deelname
    assert casus.gebeurtenissen.get(soort="zitting_gepland").gegevens["dag"] == "2026-01-08"


def test_na_de_twee_weken_kan_niet_zolang_er_eerder_een_moment_is(t, casus):
    slot = t.tafel.slots.get()
    with pytest.raises(CasusFout, match="nog een moment vrij binnen de twee weken"):
        t.plan(casus, slot=slot, dag=date(2026, 1, 22))
    instellen.skip_slot(slot=slot, dag=date(2026, 1, 8))
    instellen.skip_slot(slot=slot, dag=date(2026, 1, 15))
    assert t.plan(casus, slot=slot, dag=date(2026, 1, 22))


@pytest.mark.parametrize(
    ("dag", "fout"),
    [
        (date(2026, 1, 9), "dit moment niet"),
        (date(2025, 12, 31), "dit moment niet"),
    ],
)
def test_een_dag_waarop_de_tafel_niet_zit_is_geen_moment(t, casus, dag, fout):
    with pytest.raises(CasusFout, match=fout):
        t.plan(casus, slot=t.tafel.slots.get(), dag=dag)


def test_een_moment_dat_voorbij_is_kan_niet_meer(t, casus):
    with pytest.raises(CasusFout, match="dat nog komt"):
        t.plan(casus, slot=t.tafel.slots.get(), dag=date(2026, 1, 8), on=date(2026, 1, 8))


def test_een_moment_wordt_niet_twee_keer_vergeven(t, casus):
    zitting = t.plan(casus)
    ander = t.begin()
    t.dien_in(ander)
    with pytest.raises(CasusFout, match="intussen vergeven"):
        t.plan(ander, slot=zitting.slot, dag=date(2026, 1, 8))
    assert t.plan(ander).begin.date() == date(2026, 1, 15)


def test_wie_geen_onafhankelijke_voorzitter_is_leidt_niet(t, casus):
    van_gi = make_medewerker("voorzitter", t.gi)
    t.geef_rol("voorzitter", van_gi, t.jbt)
    with pytest.raises(CasusFout, match="in dienst van GI-1"):
        t.plan(casus, voorzitter=van_gi)
    ook_hulpverlener = make_medewerker("voorzitter", t.jbt)
    assert list_bezwaren(ook_hulpverlener, on=DAG) == []
    t.geef_rol("jeugdbeschermer", ook_hulpverlener, t.gi)
    assert "ook een taak bij GI-1" in list_bezwaren(ook_hulpverlener, on=DAG)[0]
    assert voorzitters_of(t.tafel, on=DAG) == [t.wie["voorzitter"]]


def test_verzet_geeft_het_oude_moment_vrij_en_telt_op(t, casus):
    zitting = t.plan(casus)
    plannen.move_zitting(
        zitting=zitting, slot=zitting.slot, dag=date(2026, 1, 15), reden="moeder is ziek",
        by=t.wie["voorzitter"], on=DAG,
    )  # fmt: skip
    zitting.refresh_from_db()
    assert (zitting.begin.date(), zitting.reeks) == (date(2026, 1, 15), 1)
    assert taken(t.tafel) == {(zitting.slot_id, date(2026, 1, 15))}


def test_afgezegd_met_reden_komt_het_moment_vrij_en_begint_het_plannen_opnieuw(t, casus):
    zitting = t.nodig_uit(casus)
    assert t.open(casus) == {"volledigheid"}
    with pytest.raises(CasusFout, match="waarom"):
        plannen.call_off(zitting=zitting, reden=" ", by=t.wie["voorzitter"], on=DAG)
    plannen.call_off(zitting=zitting, reden="griep", by=t.wie["voorzitter"], on=DAG)
    assert t.open(casus) == {"volledigheid", "plannen"}
    assert taken(t.tafel) == frozenset()
    assert t.plan(casus).begin.date() == date(2026, 1, 8)


def test_als_het_gesprek_aan_de_beurt_is_en_niet_doorgaat_sluit_die_stap(t, casus):
    zitting = t.nodig_uit(casus)
    close_stap(
        stap=t.stap(casus, "volledigheid"), uitkomst="compleet", by=t.wie["voorzitter"], on=DAG
    )
    assert t.open(casus) == {"bespreken"}
    plannen.call_off(zitting=zitting, reden="griep", by=t.wie["voorzitter"], on=DAG)
    assert t.open(casus) == {"plannen"}
    assert CasusStap.objects.get(casus=casus, sleutel="bespreken").uitkomst == "niet_doorgegaan"


def test_zonder_moment_of_uitnodiging_sluit_het_plannen_niet(t, casus):
    sluit = {
        "stap": t.stap(casus, "plannen"),
        "uitkomst": "gepland",
        "by": t.wie["voorzitter"],
        "on": DAG,
    }
    with pytest.raises(VoorwaardeNietVervuld, match="Kies eerst een moment"):
        close_stap(**sluit)
    t.plan(casus)
    with pytest.raises(VoorwaardeNietVervuld, match="Nodig eerst iedereen uit"):
        close_stap(**sluit)


def test_een_vast_moment_stopt_niet_onder_een_gepland_gesprek(t, casus):
    slot = t.plan(casus).slot
    with pytest.raises(CasusFout, match="Verzet dat eerst"):
        instellen.end_slot(slot=slot, tot=date(2026, 1, 7))
    with pytest.raises(CasusFout, match="Verzet dat eerst"):
        instellen.skip_slot(slot=slot, dag=date(2026, 1, 8))
    instellen.end_slot(slot=slot, tot=date(2026, 1, 8))
    assert (
        list_momenten(slots_of(t.tafel, op=DAG), vanaf=date(2026, 1, 9), tot=date(2026, 3, 1)) == []
    )


def test_twee_vaste_momenten_overlappen_niet(t):
    with pytest.raises(CasusFout, match="al een vast moment"):
        instellen.add_slot(
            tafel=t.tafel,
            weekdag=4,
            begin=time(9, 30),
            einde=time(10, 30),
            plaats="Elders",
            vanaf=DAG,
        )


def test_keuzes_van_de_tafel_gaan_niet_stil_over_elkaar(t):
    instellen.change_tafel(tafel=t.tafel, velden={"gi_deelname": "vast"}, versie=1)
    with pytest.raises(StaleSave):
        instellen.change_tafel(tafel=t.tafel, velden={"gi_deelname": "afroep"}, versie=1)
    assert Tafel.objects.get(pk=t.tafel.pk).gi_deelname == "vast"


def test_een_week_zonder_moment_valt_op():
    slot = Slot(
        pk=1, weekdag=4, begin=time(9), einde=time(10), vanaf=DAG, vervalt_op=[date(2026, 1, 22)]
    )
    assert weeks_without([slot], vanaf=DAG, weken=3) == [date(2026, 1, 19)]
    assert weeks_without([], vanaf=DAG, weken=1) == [date(2026, 1, 12)]


slots = st.builds(
    lambda pk, dag, uur, later, weg: Slot(
        pk=pk, weekdag=dag, begin=time(uur), einde=time(uur + 1), vanaf=DAG + timedelta(days=later),
        vervalt_op=[DAG + timedelta(days=n) for n in weg],
    ),
    pk=st.integers(1, 9**6), dag=st.integers(1, 5), uur=st.integers(8, 17),
    later=st.integers(0, 20), weg=st.sets(st.integers(0, 40), max_size=8),
)  # fmt: skip


def naive(rijen: list[Slot], vanaf: date, tot: date) -> set[tuple[int, date]]:
    """A second reading: every day of the period and every slot, one by one."""
    dagen = [vanaf + timedelta(days=n) for n in range((tot - vanaf).days + 1)]
    return {
        (slot.pk, dag)
        for slot in rijen
        for dag in dagen
        if dag.isoweekday() == slot.weekdag
        and dag >= slot.vanaf
        and dag not in slot.vervalt_op
        and kalender().is_werkdag(dag)
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(slots, max_size=4, unique_by=lambda slot: slot.pk), st.integers(0, 60), st.data())
def test_elk_vrij_moment_wordt_gevonden_en_geen_ander(rijen, lang, data):
    tot = DAG + timedelta(days=lang)
    alle = naive(rijen, DAG, tot)
    bezet = data.draw(st.sets(st.sampled_from(sorted(alle)))) if alle else set()
    gevonden = list_momenten(rijen, vanaf=DAG, tot=tot, bezet=bezet)
    assert {moment.plek for moment in gevonden} == alle - bezet
    assert [m.begin for m in gevonden] == sorted(m.begin for m in gevonden)
    assert all(moment_on(m.slot, m.dag) == m for m in gevonden)


def test_wie_na_elkaar_plant_krijgt_een_eigen_moment_en_is_nooit_te_laat_als_het_anders_kan(t):
    """The table fills up: in time while there is a moment in time, and only then after it."""
    gezien = set()
    for _nummer in range(4):
        casus = t.begin()
        t.dien_in(casus)
        uiterste = t.stap(casus, "plannen").uiterste_datum
        vrij = list_momenten(
            slots_of(t.tafel, op=DAG),
            vanaf=DAG + timedelta(days=1),
            tot=uiterste,
            bezet=taken(t.tafel),
        )
        zitting = t.plan(casus)
        assert (zitting.begin.date() <= uiterste) is bool(vrij)
        assert (zitting.slot_id, zitting.begin) not in gezien
        gezien.add((zitting.slot_id, zitting.begin))
    assert len(gezien) == Zitting.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_twee_voorzitters_tegelijk_vergeven_een_moment_een_keer():
    """Both press at once: one gets the moment, the other hears that it is gone."""
    t = Tafelwereld()
    casussen = [t.begin(), t.begin()]
    for casus in casussen:
        t.dien_in(casus)
    slot, samen, uitslag = t.tafel.slots.get(), threading.Barrier(2), []

    def druk(casus) -> None:
        try:
            samen.wait(timeout=20)
            with transaction.atomic():
                t.plan(casus, slot=slot, dag=date(2026, 1, 8))
            uitslag.append("gepland")
        except CasusFout:
            uitslag.append("vergeven")
        finally:
            connection.close()

    draden = [threading.Thread(target=druk, args=(casus,)) for casus in casussen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert sorted(uitslag) == ["gepland", "vergeven"]
    assert Zitting.objects.count() == 1


def test_een_tafel_van_een_buur_kan_pas_na_een_ja(t, casus):
    van_buur = t.slot(t.buurtafel, weekdag=2)
    with pytest.raises(CasusFout, match="Vraag deze tafel eerst om ruimte"):
        t.plan(casus, slot=van_buur, dag=date(2026, 1, 6))


def test_een_gemeente_die_zelf_een_voorzitter_in_dienst_heeft_mag(t):
    van_gemeente = make_medewerker("ambtenaar", make_organisatie("GEM-0228", Soort.GEMEENTE))
    t.geef_rol("voorzitter", van_gemeente, t.jbt)
    assert list_bezwaren(van_gemeente, on=DAG) == []
