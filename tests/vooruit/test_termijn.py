"""Lopende en afgeronde stappen onder een andere termijn: hoeveel zijn te laat (R208)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.casussen import actions
from paraplu.casussen.models import CasusStap
from paraplu.casussen.queries import stappen_for
from paraplu.vooruit.lezen.termijn import count_late, list_termijnen
from tests.casussen.bouwen import Wereld

VERZOEK = date(2026, 4, 6)


@pytest.fixture
def wereld(db: None) -> Wereld:
    """A case whose first step has three working days from the request of Monday 6 April 2026."""
    wereld = Wereld()
    casus = wereld.casus()
    actions.register_gebeurtenis(
        casus=casus, soort="eerste_contactverzoek", by=casus.houder, on=date(2026, 4, 7)
    )
    return wereld


def tel(wereld: Wereld, naar: str, *, op: date, rol: str = "jeugdbeschermer"):
    stappen = stappen_for(wereld.gebruiker(rol), op=op)
    van = CasusStap.objects.get(sleutel="contact_lokaal_team").termijn
    return count_late(stappen, van, naar, op=op)


def test_een_lopende_stap_is_met_een_langere_termijn_nog_op_tijd(wereld):
    """Drie werkdagen na dinsdag is vrijdag; op maandag is dat te laat, met vijf werkdagen niet."""
    [regel] = tel(wereld, "5 werkdagen", op=date(2026, 4, 13)).regels
    assert (regel.lopend, regel.lopend_laat_nu, regel.lopend_laat_voorstel) == (1, 1, 0)
    [regel] = tel(wereld, "1 werkdag", op=date(2026, 4, 9)).regels
    assert (regel.lopend_laat_nu, regel.lopend_laat_voorstel) == (0, 1)


def test_een_afgeronde_stap_telt_met_de_dag_waarop_zij_klaar_was(wereld):
    CasusStap.objects.filter(sleutel="contact_lokaal_team").update(
        afgerond_op=date(2026, 4, 13), uitkomst="contact_gelegd"
    )
    [regel] = tel(wereld, "5 werkdagen", op=date(2026, 6, 1)).regels
    assert (regel.lopend, regel.klaar) == (0, 1)
    assert (regel.klaar_laat_nu, regel.klaar_laat_voorstel) == (1, 0)


def test_wat_vervallen_is_was_niet_te_laat(wereld):
    CasusStap.objects.update(afgerond_op=date(2026, 5, 1), uitkomst="vervallen")
    assert tel(wereld, "5 werkdagen", op=date(2026, 6, 1)).aantal == 0


def test_wie_de_casus_niet_ziet_telt_haar_niet(wereld):
    assert tel(wereld, "5 werkdagen", op=date(2026, 4, 13), rol="expertteam").aantal == 0


def test_de_termijnen_van_de_routes_staan_van_kort_naar_lang():
    termijnen = list_termijnen(op=date(2026, 1, 1))
    assert termijnen.index("3 werkdagen") < termijnen.index("2 weken") < len(termijnen)
