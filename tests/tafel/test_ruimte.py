"""No moment within two weeks: the gemeente hears it at once and a neighbour can help (R78)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen.actions import close_stap
from paraplu.casussen.fouten import CasusFout
from paraplu.tafel.actions import ruimte, uitnodigen
from paraplu.tafel.models import Ruimtevraag
from paraplu.tafel.queries import list_taken, taken
from paraplu.web.models import Postbericht
from tests.tafel.aan import DAG, Tafelwereld

VOOR = date(2026, 1, 19)


@pytest.fixture
def t(db):
    """A table that has no moments at all, and a neighbour that has."""
    wereld = Tafelwereld(slots=False)
    wereld.van_buur = wereld.slot(wereld.buurtafel, weekdag=2)
    return wereld


@pytest.fixture
def casus(t):
    casus = t.begin()
    t.dien_in(casus)
    return casus


def vraag(t, casus) -> Ruimtevraag:
    return ruimte.ask_ruimte(
        casus=casus, tafel=t.buurtafel, voor=VOOR, by=t.wie["voorzitter"], on=DAG
    )


def geef(t, rij, **velden) -> Ruimtevraag:
    return ruimte.answer_ruimte(vraag=rij, by=t.wie["buur"], on=DAG, **velden)


def test_zonder_moment_in_de_twee_weken_hoort_de_gemeente_het_meteen(t, casus):
    gemeld = casus.gebeurtenissen.get(soort="wachttijd_gemeld")
    assert (gemeld.op, gemeld.gegevens["aan"]) == (DAG, [t.wie["ambtenaar"].pk])
    post = Postbericht.objects.get(gebruiker=t.wie["ambtenaar"].gebruiker)
    assert "geen plek" in post.onderwerp
    assert "Testgezin" not in post.tekst


def test_het_wordt_een_keer_gemeld(t, casus):
    assert ruimte.foresee(casus=casus, by=t.wie["voorzitter"], on=DAG) is False
    assert casus.gebeurtenissen.filter(soort="wachttijd_gemeld").count() == 1


def test_met_een_moment_op_de_laatste_dag_wordt_niets_gemeld(t):
    t.slot(t.tafel, weekdag=1, vanaf=VOOR)
    casus = t.begin()
    t.dien_in(casus)
    assert not casus.gebeurtenissen.filter(soort="wachttijd_gemeld").exists()


def test_wijst_de_gemeente_niemand_aan_dan_hoort_het_aanspreekpunt_het(t):
    t.wie["ambtenaar"].functies.all().delete()
    t.tafel.aanspreekpunt = t.wie["ambtenaar"]
    t.tafel.save()
    casus = t.begin()
    t.dien_in(casus)
    gemeld = casus.gebeurtenissen.get(soort="wachttijd_gemeld")
    assert gemeld.gegevens["aan"] == [t.wie["ambtenaar"].pk]


def test_een_buur_ziet_een_dag_en_een_nummer_en_niets_van_het_gezin(t, casus):
    rij = vraag(t, casus)
    buur = t.client("buur")
    tekst = buur.get(f"/werk/tafel/ruimte/{rij.pk}/").content.decode()
    assert "dinsdag" in tekst
    assert "Testgezin" not in tekst
    assert buur.get(casus.get_absolute_url()).status_code == 404
    assert [w.dag for w in list_taken(t.wie["buur"].gebruiker, DAG)] == [VOOR]
    assert t.client("voorzitter").get(f"/werk/tafel/ruimte/{rij.pk}/").status_code == 404


def test_wat_een_buur_toezegt_blijft_vrij_voor_dit_gezin(t, casus):
    rij = geef(t, vraag(t, casus), slot=t.van_buur, dag=date(2026, 1, 13))
    assert rij.akkoord is True
    assert taken(t.buurtafel) == {(t.van_buur.pk, date(2026, 1, 13))}
    ander = t.begin()
    t.dien_in(ander)
    with pytest.raises(CasusFout, match="intussen vergeven"):
        geef(t, vraag(t, ander), slot=t.van_buur, dag=date(2026, 1, 13))


def test_een_moment_dat_niet_van_de_buur_is_kan_die_niet_geven(t, casus):
    eigen = t.slot(t.tafel, weekdag=5)
    with pytest.raises(CasusFout, match="dit moment niet"):
        geef(t, vraag(t, casus), slot=eigen, dag=date(2026, 1, 9))


def test_het_gesprek_bij_de_buur_wordt_geleid_door_de_voorzitter_daar(t, casus):
    geef(t, vraag(t, casus), slot=t.van_buur, dag=date(2026, 1, 13))
    zitting = t.plan(casus, slot=t.van_buur, dag=date(2026, 1, 13), voorzitter=t.wie["buur"])
    assert zitting.is_te_gast
    uitnodigen.invite_all(
        stap=t.stap(casus, "plannen"), zitting=zitting, by=t.wie["voorzitter"], on=DAG
    )
    close_stap(
        stap=t.stap(casus, "volledigheid"), uitkomst="compleet", by=t.wie["voorzitter"], on=DAG
    )
    assert t.stap(casus, "bespreken").organisatie == t.buur_jbt
    assert t.client("buur").get(casus.get_absolute_url()).status_code == 200


def test_nee_is_ook_een_antwoord_en_daarna_is_het_klaar(t, casus):
    rij = geef(t, vraag(t, casus), toelichting="vol tot februari")
    assert (rij.akkoord, rij.toelichting) == (False, "vol tot februari")
    with pytest.raises(CasusFout, match="al beantwoord"):
        geef(t, rij)
    assert Postbericht.objects.filter(
        gebruiker=t.wie["voorzitter"].gebruiker, onderwerp__contains="antwoord"
    ).exists()


def test_een_buur_wordt_een_keer_gevraagd_en_de_eigen_tafel_niet(t, casus):
    vraag(t, casus)
    with pytest.raises(CasusFout, match="al gevraagd"):
        vraag(t, casus)
    with pytest.raises(CasusFout, match="tafel van een buur"):
        ruimte.ask_ruimte(casus=casus, tafel=t.tafel, voor=VOOR, by=t.wie["voorzitter"], on=DAG)
