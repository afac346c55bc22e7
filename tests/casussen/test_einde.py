"""A measure ends only with a ground: an accepted hand-over, or an exception with its own reason (R12)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from paraplu.casussen import actions
from paraplu.casussen.actions.einde import Reden
from paraplu.casussen.fouten import CasusFout, GeenOverdracht
from paraplu.casussen.models import CasusStap, Einde, Maatregel
from paraplu.netwerk.models import Soort
from tests.casussen.bouwen import BEGIN, make_organisatie
from tests.web.wand.achter import vraag

pytestmark = pytest.mark.django_db
EINDE = BEGIN + timedelta(days=300)


@pytest.fixture
def maatregel(wereld) -> Maatregel:
    _gezin, kind = wereld.gezin()
    return actions.start_maatregel(
        persoon=kind, soort="ots", gi=wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN
    )


@pytest.fixture
def casus(wereld, maatregel):
    return actions.open_casus(
        gezin=maatregel.persoon.gezin, kind=maatregel.persoon, maatregel=maatregel,
        route="warme-overdracht", houder=wereld.wie["jeugdbeschermer"], gi=wereld.gi,
        lokaal_team=wereld.lokaal_team, gemeente=wereld.gemeente,
        by=wereld.wie["jeugdbeschermer"], on=BEGIN,
    )  # fmt: skip


def voorgenomen(wereld, maatregel, casus) -> Einde:
    return actions.announce_einde(
        maatregel=maatregel, casus=casus, verwacht_op=EINDE,
        by=wereld.wie["jeugdbeschermer"], on=BEGIN,
    )  # fmt: skip


def met_stap(casus, uitkomst: str, sleutel: str = "aanvaarden") -> None:
    """What an engine without guards would have left behind."""
    CasusStap.objects.create(
        casus=casus, sleutel=sleutel, rol="lokaal_team", organisatie=casus.lokaal_team,
        geopend_op=BEGIN, uitkomst=uitkomst, afgerond_op=BEGIN if uitkomst else None,
    )  # fmt: skip


def uitzondering(wereld, maatregel, **velden) -> Maatregel:
    reden = Reden(**{"sleutel": "overlijden", "toelichting": "Het kind is overleden.", **velden})
    return actions.end_by_exception(
        maatregel=maatregel, op=EINDE, reden=reden, by=wereld.wie["jeugdbeschermer"], on=EINDE
    )


def test_zonder_aanvaarde_overdracht_eindigt_een_maatregel_niet(wereld, maatregel, casus):
    einde = voorgenomen(wereld, maatregel, casus)
    with pytest.raises(GeenOverdracht):
        actions.end_maatregel(
            einde=einde, op=EINDE, reden=Reden(sleutel="volgens_plan"), by=casus.houder, on=EINDE
        )
    maatregel.refresh_from_db()
    assert maatregel.tot is None


def test_na_de_aanvaarding_eindigt_de_maatregel_met_dag_en_reden(wereld, maatregel, casus):
    einde = voorgenomen(wereld, maatregel, casus)
    met_stap(casus, "aanvaard")
    nu = actions.end_maatregel(
        einde=einde, op=EINDE, reden=Reden(sleutel="volgens_plan"), by=casus.houder, on=EINDE
    )
    assert (nu.tot, nu.reden_einde) == (EINDE, "volgens_plan")


@pytest.mark.parametrize("laatste", ["geweigerd", ""])
def test_wie_de_overname_later_teruggeeft_houdt_de_maatregel_open(
    wereld, maatregel, casus, laatste
):
    einde = voorgenomen(wereld, maatregel, casus)
    met_stap(casus, "aanvaard")
    met_stap(casus, laatste)
    with pytest.raises(GeenOverdracht):
        actions.end_maatregel(
            einde=einde, op=EINDE, reden=Reden(sleutel="volgens_plan"), by=casus.houder, on=EINDE
        )


@pytest.mark.parametrize("weg", ["rij", "vraag", "sql", "nieuw"])
def test_ook_buiten_de_handelingen_om_weigert_de_database_een_einde(maatregel, weg):
    wegen = {
        "rij": lambda: Maatregel.objects.filter(pk=maatregel.pk).update(
            tot=EINDE, reden_einde="volgens_plan"
        ),
        "vraag": lambda: (
            setattr(maatregel, "tot", EINDE),
            setattr(maatregel, "reden_einde", "overlijden"),
            maatregel.save(),
        ),
        "sql": lambda: vraag(
            "UPDATE casussen_maatregel SET tot = '2026-06-01', reden_einde = 'x' WHERE id = %s",
            maatregel.pk,
        ),
        "nieuw": lambda: Maatregel.objects.create(
            persoon=maatregel.persoon, soort="ots", gi=maatregel.gi, uitspraak_op=BEGIN,
            vanaf=BEGIN, tot=EINDE, reden_einde="volgens_plan",
        ),
    }  # fmt: skip
    with pytest.raises(DatabaseError, match="eindigt alleen met een grond"), transaction.atomic():
        wegen[weg]()


def test_de_database_gelooft_geen_grond_zonder_aanvaarde_stap(wereld, maatregel, casus):
    einde = voorgenomen(wereld, maatregel, casus)
    with pytest.raises(DatabaseError, match="aanvaarde warme overdracht"), transaction.atomic():
        Einde.objects.filter(pk=einde.pk).update(op=EINDE, reden="volgens_plan")


def test_een_stap_van_een_andere_route_geldt_niet_als_aanvaarding(wereld, maatregel):
    andere = wereld.casus()
    einde = Einde.objects.create(
        maatregel=maatregel, gezin=andere.gezin, grond="overdracht", casus=andere,
        voorgenomen_op=BEGIN, verwacht_op=EINDE, door=andere.houder,
    )  # fmt: skip
    met_stap(andere, "aanvaard")
    with pytest.raises(DatabaseError, match="aanvaarde warme overdracht"), transaction.atomic():
        Einde.objects.filter(pk=einde.pk).update(op=EINDE, reden="volgens_plan")


def test_overlijden_eindigt_een_maatregel_zonder_overdracht_en_de_voorbereiding_vervalt(
    wereld, maatregel, casus
):
    einde = voorgenomen(wereld, maatregel, casus)
    nu = uitzondering(wereld, maatregel)
    einde.refresh_from_db()
    assert (nu.tot, nu.reden_einde) == (EINDE, "overlijden")
    assert einde.vervallen_op == EINDE


def test_een_uitzondering_zonder_toelichting_wordt_geweigerd(wereld, maatregel):
    with pytest.raises(CasusFout, match="waarom er geen overdracht"):
        uitzondering(wereld, maatregel, toelichting=" ")


def test_een_gewone_reden_is_geen_uitzondering(wereld, maatregel):
    with pytest.raises(GeenOverdracht):
        uitzondering(wereld, maatregel, sleutel="volgens_plan")
    with pytest.raises(DatabaseError), transaction.atomic():
        Einde.objects.create(
            maatregel=maatregel, gezin=maatregel.persoon.gezin, grond="uitzondering",
            voorgenomen_op=BEGIN, verwacht_op=EINDE, op=EINDE, reden="volgens_plan",
            toelichting="zomaar", door=wereld.wie["jeugdbeschermer"],
        )  # fmt: skip


def test_naar_een_andere_gi_kan_alleen_met_die_andere_gi(wereld, maatregel):
    with pytest.raises(CasusFout, match="Noem de andere GI"):
        uitzondering(wereld, maatregel, sleutel="andere_gi", naar=wereld.gi)
    andere = make_organisatie("GI-2", Soort.GI, code="90000002")
    nu = uitzondering(wereld, maatregel, sleutel="andere_gi", naar=andere)
    assert nu.eindes.get().naar == andere


def test_een_andere_maatregel_volgt_alleen_als_die_voor_hetzelfde_kind_loopt(wereld, maatregel):
    _gezin, ander_kind = wereld.gezin()
    van_ander = actions.start_maatregel(
        persoon=ander_kind, soort="voogdij", gi=wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN
    )
    for opvolger in (None, van_ander, maatregel):
        with pytest.raises(CasusFout, match="Leg eerst de maatregel vast"):
            uitzondering(wereld, maatregel, sleutel="andere_maatregel", opvolger=opvolger)
    voogdij = actions.start_maatregel(
        persoon=maatregel.persoon, soort="voogdij", gi=wereld.gi, uitspraak_op=EINDE, vanaf=EINDE
    )
    assert uitzondering(wereld, maatregel, sleutel="andere_maatregel", opvolger=voogdij).tot


@pytest.mark.parametrize(
    ("soort", "reden"), [("ots", "voogd_gevonden"), ("voogdij", "niet_verlengd"), ("ots", "bestaat_niet")]
)  # fmt: skip
def test_een_reden_hoort_bij_de_soort_maatregel(wereld, maatregel, casus, soort, reden):
    einde = voorgenomen(wereld, maatregel, casus)
    met_stap(casus, "aanvaard")
    Maatregel.objects.filter(pk=maatregel.pk).update(soort=soort)
    einde.maatregel.refresh_from_db()
    with pytest.raises(CasusFout, match="past niet bij deze soort"):
        actions.end_maatregel(
            einde=einde, op=EINDE, reden=Reden(sleutel=reden, voogd="pleegouder"),
            by=casus.houder, on=EINDE,
        )  # fmt: skip


def test_wat_is_beeindigd_verandert_niet_meer_maar_kan_met_een_reden_worden_teruggenomen(
    wereld, maatregel
):
    uitzondering(wereld, maatregel)
    einde = Einde.objects.get()
    for wijziging in ({"op": BEGIN}, {"reden": "andere_gi"}, {"toelichting": "anders"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Einde.objects.filter(pk=einde.pk).update(**wijziging)
    with pytest.raises(DatabaseError), transaction.atomic():
        einde.delete()
    actions.take_back_einde(
        einde=einde, by=wereld.wie["jeugdbeschermer"], on=EINDE, reden="verkeerde kind"
    )
    maatregel.refresh_from_db()
    einde.refresh_from_db()
    assert (maatregel.tot, maatregel.reden_einde) == (None, "")
    assert einde.vervallen_reden == "verkeerde kind"


def test_het_einde_van_een_maatregel_wordt_een_keer_tegelijk_voorbereid(wereld, maatregel, casus):
    voorgenomen(wereld, maatregel, casus)
    with pytest.raises(CasusFout, match="al voorbereid"):
        voorgenomen(wereld, maatregel, casus)
    actions.drop_einde(casus=casus, on=BEGIN, reden="de rechter verlengde")
    assert voorgenomen(wereld, maatregel, casus).vervallen_op is None
