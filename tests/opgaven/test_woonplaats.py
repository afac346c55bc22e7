"""The four steps of the woonplaats, as a table a reader can check against the law (R189)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.opgaven.woonplaats import GEEN, Situatie, VoorDeWet, find_woonplaats

DAG = date(2023, 5, 1)
EDE, ARNHEM, BARNEVELD = "0228", "0202", "0203"

GEVALLEN = {
    "thuis telt het adres in de BRP": ({"verblijf": False, "adres_nu": EDE}, EDE, 1),
    "een maatregel zonder verblijf is ook thuis": (
        {"verblijf": False, "adres_nu": EDE, "adres_voor_verblijf": ARNHEM}, EDE, 1),
    "bij verblijf telt het adres ervoor": (
        {"verblijf": True, "adres_nu": ARNHEM, "adres_voor_verblijf": EDE}, EDE, 2),
    "zonder adres ervoor telt de moeder": (
        {"verblijf": True, "adres_voor_verblijf": GEEN, "adres_moeder": BARNEVELD}, BARNEVELD, 3),
    "zonder moeder telt waar het kind is": (
        {"verblijf": True, "adres_voor_verblijf": GEEN, "adres_moeder": GEEN, "verblijft_nu": ARNHEM},
        ARNHEM, 3),
    "dakloos en thuis": (
        {"verblijf": False, "adres_nu": GEEN, "adres_moeder": GEEN, "verblijft_nu": EDE}, EDE, 3),
    "in het buitenland telt waar het kind is": (
        {"verblijf": True, "in_buitenland": True, "adres_voor_verblijf": EDE, "verblijft_nu": ARNHEM},
        ARNHEM, 4),
    "wat niet is uitgezocht beslist niet": ({"verblijf": True, "adres_moeder": EDE}, None, 2),
    "de moeder gaat voor waar het kind is": (
        {"verblijf": False, "adres_nu": GEEN, "verblijft_nu": EDE}, None, 3),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN)
def test_de_vier_stappen(geval):
    gegeven, gemeente, stap = GEVALLEN[geval]
    uitkomst = find_woonplaats(Situatie(op=DAG, **gegeven))
    assert (uitkomst.gemeente, uitkomst.stap.nummer) == (gemeente, stap)
    assert uitkomst.stap.uitkomst == ("geldt" if gemeente else "eerst uitzoeken")
    assert uitkomst.stap.bewijs
    assert [s.nummer for s in uitkomst.stappen] == [1, 2, 3, 4]
    na = [s.uitkomst for s in uitkomst.stappen if s.nummer > stap]
    assert set(na) <= {"niet meer nodig"}


def test_als_niets_te_vinden_is_zegt_de_wet_niets():
    gegeven = Situatie(op=DAG, verblijf=False, adres_nu=GEEN, adres_moeder=GEEN, verblijft_nu=GEEN)
    uitkomst = find_woonplaats(gegeven)
    assert (uitkomst.gemeente, uitkomst.stap) == (None, None)


def test_voor_2022_gold_een_andere_regel():
    with pytest.raises(VoorDeWet):
        find_woonplaats(Situatie(op=date(2021, 12, 31), verblijf=False, adres_nu=EDE))
    assert (
        find_woonplaats(Situatie(op=date(2022, 1, 1), verblijf=False, adres_nu=EDE)).gemeente == EDE
    )
