"""A case goes from step to step as its route says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paraplu.casussen import actions, queries, voorwaarden, werklijst
from paraplu.casussen.fouten import StapAlreadyClosed, UnknownUitkomst, VoorwaardeNietVervuld
from paraplu.casussen.models import Deelname
from tests.casussen.bouwen import BEGIN, Wereld

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def zonder_voorwaarden(monkeypatch):
    """The guards of the aanmeldroutes are tested with their forms."""
    monkeypatch.setattr(voorwaarden, "missing_for", lambda *a, **k: "")
    monkeypatch.setattr("paraplu.casussen.actions.stappen.missing_for", lambda *a, **k: "")


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


def sluit(wereld, casus, sleutel, uitkomst, rol, on=BEGIN):
    return actions.close_stap(
        stap=wereld.stap(casus, sleutel), uitkomst=uitkomst, by=wereld.wie[rol], on=on
    )


def test_een_casus_begint_bij_het_contact_met_het_lokale_team(wereld):
    casus = wereld.casus()
    assert [stap.sleutel for stap in casus.stappen.all()] == ["contact_lokaal_team"]


def test_in_315_staan_beide_gesprekken_open_en_wacht_de_bepaling_op_allebei(wereld):
    casus = wereld.casus("aanmeldroute-315")
    sluit(wereld, casus, "contact_aanbieder", "gesproken", "jeugdbeschermer")
    assert not casus.stappen.filter(sleutel="bepaling").exists()
    sluit(wereld, casus, "contact_lokaal_team", "gesproken", "jeugdbeschermer")
    assert casus.stappen.filter(sleutel="bepaling", afgerond_op=None).exists()


def test_de_termijn_van_het_contact_loopt_pas_vanaf_het_eerste_verzoek(wereld):
    casus = wereld.casus()
    assert wereld.stap(casus, "contact_lokaal_team").uiterste_datum is None
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=date(2026, 4, 2)
    )
    # Goede Vrijdag, weekend and Tweede paasdag do not count.
    assert wereld.stap(casus, "contact_lokaal_team").uiterste_datum == date(2026, 4, 9)


def test_van_twee_tegelijk_sluit_er_een(wereld):
    casus = wereld.casus()
    stap, zelfde = (wereld.stap(casus, "contact_lokaal_team") for _ in range(2))
    actions.close_stap(stap=stap, uitkomst="gesproken", by=casus.houder, on=BEGIN)
    with pytest.raises(StapAlreadyClosed):
        actions.close_stap(stap=zelfde, uitkomst="geen_contact", by=casus.houder, on=BEGIN)


def test_een_uitkomst_die_de_route_niet_kent_sluit_niets(wereld):
    casus = wereld.casus()
    with pytest.raises(UnknownUitkomst):
        sluit(wereld, casus, "contact_lokaal_team", "bestaat_niet", "jeugdbeschermer")


def test_wat_eerst_moet_gebeuren_wordt_gezegd(wereld, monkeypatch):
    monkeypatch.setattr(
        "paraplu.casussen.actions.stappen.missing_for", lambda *a, **k: "Eerst dit."
    )
    casus = wereld.casus()
    with pytest.raises(VoorwaardeNietVervuld, match="Eerst dit"):
        sluit(wereld, casus, "contact_lokaal_team", "gesproken", "jeugdbeschermer")
    assert wereld.stap(casus, "contact_lokaal_team").is_open


def test_een_opgeschorte_termijn_heeft_geen_laatste_dag_en_loopt_daarna_verder(wereld):
    casus = wereld.casus()
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=date(2026, 4, 2)
    )
    stap = wereld.stap(casus, "contact_lokaal_team")
    actions.suspend_stap(stap=stap, by=casus.houder, on=date(2026, 4, 7), reden="gezin is ziek")
    assert wereld.stap(casus, "contact_lokaal_team").uiterste_datum is None
    actions.resume_stap(stap=stap, by=casus.houder, on=date(2026, 4, 8), reden="beter")
    assert wereld.stap(casus, "contact_lokaal_team").uiterste_datum == date(2026, 4, 13)
    assert [rij.nieuw for rij in stap.herberekeningen.all()] == [
        date(2026, 4, 9),
        None,
        date(2026, 4, 13),
    ]


def test_herstel_doet_de_stap_over_en_laat_wat_volgde_vervallen(wereld):
    casus = wereld.casus()
    stap = wereld.stap(casus, "contact_lokaal_team")
    sluit(wereld, casus, "contact_lokaal_team", "gesproken", "jeugdbeschermer")
    nieuw = actions.redo_stap(stap=stap, by=casus.houder, on=BEGIN, reden="verkeerd gezin")
    assert nieuw.herstelt == stap
    assert casus.stappen.get(sleutel="bepaling").uitkomst == "vervallen"


def test_toegang_opent_met_de_stap_en_sluit_erna(wereld):
    casus = wereld.casus()
    rcp = wereld.gebruiker("regionaal_contactpersoon")
    assert not queries.casussen_for(rcp, op=BEGIN).exists()
    sluit(wereld, casus, "contact_lokaal_team", "geen_contact", "jeugdbeschermer")
    assert list(queries.casussen_for(rcp, op=BEGIN)) == [casus]
    sluit(wereld, casus, "verbinden", "verbonden", "regionaal_contactpersoon")
    assert not queries.casussen_for(rcp, op=date(2026, 1, 6)).exists()
    assert Deelname.objects.filter(casus=casus, rol="regionaal_contactpersoon").count() == 1


def test_de_teamleider_ziet_een_casus_van_het_eigen_team(wereld):
    casus = wereld.casus()
    assert list(queries.casussen_for(wereld.gebruiker("teamleider"), op=BEGIN)) == [casus]
    assert not queries.casussen_for(wereld.gebruiker("zorgaanbieder"), op=BEGIN).exists()


def test_een_stap_van_een_ander_is_pas_werk_van_de_houder_als_zij_te_laat_is(wereld):
    casus = wereld.casus("aanmeldroute-315")
    houder = wereld.gebruiker("jeugdbeschermer")
    for sleutel, uitkomst in (
        ("contact_lokaal_team", "gesproken"),
        ("contact_aanbieder", "gesproken"),
        ("bepaling", "vastgesteld"),
        ("versturen_lokaal_team", "verstuurd"),
        ("versturen_aanbieder", "verstuurd"),
    ):
        sluit(wereld, casus, sleutel, uitkomst, "jeugdbeschermer")
    actions.register_gebeurtenis(casus=casus, soort="bepaling_ontvangen", by=casus.houder, on=BEGIN)
    laatste = wereld.stap(casus, "reactie_aanbieder").uiterste_datum
    assert not werklijst.own_stappen(houder, op=laatste).exists()
    assert werklijst.waiting_for_others(houder, op=laatste).count() == 1
    assert werklijst.own_stappen(houder, op=laatste + timedelta(days=1)).count() == 1
    aanbieder = wereld.gebruiker("zorgaanbieder")
    assert werklijst.own_stappen(aanbieder, op=laatste).count() == 1
