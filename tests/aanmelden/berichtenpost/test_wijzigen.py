"""Een toewijzing die al verzonden is, wordt ingetrokken, verlengd of verwijderd met hetzelfde nummer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from paraplu.aanmelden.berichtenpost import (
    WijzigingKanNiet,
    schrijf_toewijzing,
    trek_in,
    verleng,
    verwijder,
)

from .voorbeeld import JEUGDIGE, TOEWIJZING, gelezen, verzending

NU = datetime(2026, 6, 1, 10, 0)
VERZONDEN = replace(TOEWIJZING, referentie="REF-1")


def staat(toewijzing):
    uitgaand = schrijf_toewijzing(
        verzending(dag=date(2026, 6, 1)), jeugdige=JEUGDIGE, toewijzingen=[toewijzing]
    )
    (product,) = gelezen(uitgaand.inhoud).inhoud["Client"]["ToegewezenProducten"][
        "ToegewezenProduct"
    ]
    namen = ("ToewijzingNummer", "Einddatum", "RedenWijziging", "Toewijzingsdatum")
    assert "ReferentieAanbieder" not in product
    return tuple(product[naam] for naam in namen)


def test_intrekken_maakt_de_einddatum_eerder():
    ingetrokken = trek_in(VERZONDEN, per=date(2026, 6, 30), reden="09", op=NU)
    assert staat(ingetrokken) == ("70000011", "2026-06-30", "09", "2026-06-01")


def test_verlengen_maakt_de_einddatum_later():
    verlengd = verleng(VERZONDEN, tot_en_met=date(2027, 3, 31), op=NU)
    assert staat(verlengd) == ("70000011", "2027-03-31", "04", "2026-06-01")


def test_verwijderen_laat_haar_eindigen_op_de_dag_dat_zij_begon():
    assert staat(verwijder(VERZONDEN, op=NU)) == ("70000011", "2026-03-01", "13", "2026-06-01")


@pytest.mark.parametrize("per", [date(2026, 2, 28), date(2026, 12, 31), date(2027, 1, 1)])
def test_intrekken_kan_alleen_binnen_de_looptijd(per):
    with pytest.raises(WijzigingKanNiet):
        trek_in(VERZONDEN, per=per, reden="05", op=NU)


def test_wat_voorbij_is_wordt_niet_verlengd():
    with pytest.raises(WijzigingKanNiet):
        verleng(VERZONDEN, tot_en_met=date(2027, 6, 1), op=datetime(2027, 1, 1))
    with pytest.raises(WijzigingKanNiet):
        verleng(VERZONDEN, tot_en_met=date(2026, 12, 31), op=NU)
