"""A provider tells what is free: added, never changed, old after two weeks (R38, R119, R241)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from paraplu.netwerk.aanbod import actions, queries
from paraplu.netwerk.aanbod.stand import Stand
from paraplu.netwerk.models import Beschikbaarheid
from paraplu.web.models import Spoor
from tests.netwerk.aanbod_bouwen import (
    OP,
    maak_aanbieder,
    maak_gebruiker,
    maak_inkoop,
    maak_stand,
    maak_voorziening,
)

pytestmark = pytest.mark.django_db


def stand_van(voorziening, *, on=OP, regio="FV") -> Stand:
    return queries.make_aanbod([voorziening], on=on, regio=regio)[0].stand


def geef_op(voorziening, *, op=OP, **velden):
    velden = {"regio": "FV", "vrij": "ja"} | velden
    return actions.tell_stand(voorziening=voorziening, by=maak_gebruiker(), on=op, **velden)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"vrij": "ja"}, "Er is plek."),
        ({"vrij": "ja", "plekken": 1}, "Er is plek voor 1 kind."),
        ({"vrij": "ja", "plekken": 3, "wachttijd": 1}, "Er is plek voor 3 kinderen, na 1 week."),
        (
            {"vrij": "nee", "wachttijd": 6},
            "De wachttijd is 6 weken: plek vanaf ongeveer 13 december 2026.",
        ),
        (
            {"vrij": "nee", "wachttijd": 10, "wachttijd_eenheid": "dagen"},
            "De wachttijd is 10 dagen: plek vanaf ongeveer 11 november 2026.",
        ),
        ({"vrij": "geen_instroom"}, "Er kan nu niemand bij."),
    ],
)
def test_een_opgave_in_een_zin(velden, zin):
    voorziening = maak_voorziening()
    geef_op(voorziening, **velden)
    assert stand_van(voorziening).zin == zin


def test_zonder_opgave_zeggen_wij_dat():
    stand = stand_van(maak_voorziening())
    assert stand.zin == "De aanbieder heeft nog niet opgegeven of er plek is."
    assert (stand.is_oud, stand.beschikbaar_vanaf) == (False, None)


@pytest.mark.parametrize(("dagen", "oud"), [(14, False), (15, True)])
def test_na_veertien_dagen_is_een_opgave_verouderd(dagen, oud):
    voorziening = maak_voorziening()
    geef_op(voorziening, op=OP - timedelta(days=dagen))
    assert stand_van(voorziening).is_oud is oud


def test_nog_hetzelfde_zegt_hetzelfde_vanaf_vandaag():
    voorziening = maak_voorziening()
    geef_op(voorziening, op=OP - timedelta(days=20), vrij="nee", wachttijd=4, toelichting="druk")
    actions.confirm_stand(voorziening=voorziening, regio="FV", by=maak_gebruiker(), on=OP)
    stand = stand_van(voorziening)
    assert (stand.is_oud, stand.beschikbaar_vanaf) == (False, OP + timedelta(weeks=4))
    assert (stand.opgave.toelichting, stand.opgave.bevestigd) == ("druk", True)
    assert queries.history_of(voorziening, on=OP).count() == 2


def test_zonder_eerdere_opgave_is_er_niets_te_bevestigen():
    with pytest.raises(actions.NothingToConfirm):
        actions.confirm_stand(
            voorziening=maak_voorziening(), regio="FV", by=maak_gebruiker(), on=OP
        )


def test_elke_regio_heeft_een_eigen_opgave():
    voorziening = maak_voorziening(werkgebied=["CG", "FV"])
    geef_op(voorziening, regio="FV")
    geef_op(voorziening, regio="CG", vrij="geen_instroom")
    assert stand_van(voorziening, regio="FV").opgave.vrij == "ja"
    assert stand_van(voorziening, regio="CG").opgave.vrij == "geen_instroom"
    assert stand_van(voorziening, regio="ACH").opgave is None


def test_zoals_bekend_op_een_dag_telt_wat_later_werd_gezegd_niet():
    voorziening = maak_voorziening()
    geef_op(voorziening, op=OP - timedelta(days=3), vrij="geen_instroom")
    geef_op(voorziening, op=OP)
    assert stand_van(voorziening, on=OP - timedelta(days=1)).opgave.vrij == "geen_instroom"


def test_wie_niemand_toelaat_belooft_geen_plek_en_geen_tijd():
    stand = geef_op(maak_voorziening(), vrij="geen_instroom", plekken=2, wachttijd=3)
    assert (stand.plekken, stand.wachttijd) == (None, None)


def test_een_wachttijd_zonder_tijd_bestaat_niet():
    with pytest.raises(IntegrityError), transaction.atomic():
        maak_stand(maak_voorziening(), vrij="nee")


@pytest.mark.parametrize("hoe", ["update", "delete"])
def test_de_database_weigert_een_opgave_te_wijzigen(hoe):
    maak_stand(maak_voorziening())
    rijen = Beschikbaarheid.objects.all()
    with pytest.raises(ProgrammingError, match="kan niet worden gewijzigd"), transaction.atomic():
        rijen.update(plekken=9) if hoe == "update" else rijen.delete()


def test_een_opgave_laat_een_spoor_na():
    voorziening = maak_voorziening()
    geef_op(voorziening)
    spoor = Spoor.objects.get(handeling="beschikbaarheid opgeven")
    assert spoor.voorwerp == f"voorziening {voorziening.pk}"


@pytest.mark.parametrize(
    ("regio", "tussentaal", "ja"),
    [("FV", 1, True), ("FV", None, True), ("FV", 2, False), ("CG", 1, False), ("ACH", 1, False)],
)
def test_ingekocht_is_per_regio_en_zorgvorm(regio, tussentaal, ja):
    voorziening = maak_voorziening(tussentaal=1)
    maak_inkoop(voorziening, regio="FV")
    maak_inkoop(voorziening, regio="CG", gecontracteerd=False)
    assert queries.is_gecontracteerd(maak_aanbieder(), regio, tussentaal, on=OP) is ja


@pytest.mark.parametrize(("dagen", "ja"), [(0, True), (1, False)])
def test_de_laatste_dag_van_een_contract_telt_mee(dagen, ja):
    maak_inkoop(maak_voorziening(), regio="FV", tot=OP)
    on = OP + timedelta(days=dagen)
    assert queries.is_gecontracteerd(maak_aanbieder(), "FV", 1, on=on) is ja


def test_wat_een_gemeente_zegt_gaat_voor_wat_haar_regio_zegt():
    voorziening = maak_voorziening()
    maak_inkoop(voorziening, regio="FV")
    maak_inkoop(voorziening, gemeente="0228", gecontracteerd=False)
    aanbieder = maak_aanbieder()
    assert not queries.is_gecontracteerd(aanbieder, "FV", 1, on=OP, gemeente="0228")
    assert queries.is_gecontracteerd(aanbieder, "FV", 1, on=OP, gemeente="0203")


def test_een_lijst_om_uit_te_kiezen_heeft_alleen_wat_er_te_gebruiken_is():
    maak_voorziening("Hier", werkgebied=["FV"])
    maak_voorziening("In Ede", werkgebied=["0228"])
    maak_voorziening("In Barneveld", werkgebied=["0203"])
    maak_voorziening("Overal", werkgebied=[])
    maak_voorziening("Elders", werkgebied=["ACH"])
    maak_voorziening("Andere vorm", tussentaal=2)
    gekozen = queries.list_aanbod_for(maak_gebruiker(), on=OP, gemeente="0228", tussentaal=1)
    assert [a.voorziening.naam for a in gekozen] == ["Hier", "In Ede", "Overal"]
