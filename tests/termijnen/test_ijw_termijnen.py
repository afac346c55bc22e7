"""The terms of iJw against the rules they come from, and what they give on a day."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.termijnen import ijw_termijnen
from paraplu.berichten.regels.register import regel, regels


@pytest.mark.parametrize("sleutel", sorted(ijw_termijnen()))
def test_de_termijn_staat_zo_in_de_regel_van_de_standaard(sleutel):
    een = ijw_termijnen()[sleutel]
    assert str(een.duur) in regel(een.regel).kort
    assert een.regel in een.bron
    assert str(een.duur) in een.tekst or sleutel in ("OP271", "OP272")


def test_elke_regel_die_als_termijn_wordt_getoetst_staat_hier():
    getoetst = {code for code, een in regels().items() if een.getoetst == "termijn"}
    assert getoetst == {een.regel for een in ijw_termijnen().values()}


@pytest.mark.parametrize(
    ("sleutel", "begin", "uiterste_datum"),
    [
        ("OP090", "2026-04-02", "2026-04-09"),
        ("OP274", "2026-04-02", "2026-04-13"),
        ("OP346", "2026-04-24", "2026-05-04"),
        ("OP274-onderzoek", "2026-04-02", "2026-05-28"),
        ("OP346-onderzoek", "2026-03-30", "2026-05-25"),
        ("OP271", "2026-05-11", "2026-05-20"),
        ("OP272", "2026-12-24", "2027-01-04"),
        ("OP359", "2026-03-20", "2026-04-07"),
        ("OP090x4", "2026-04-17", "2026-05-04"),
    ],
)
def test_de_uiterste_datum_van_een_termijn_van_ijw(sleutel, begin, uiterste_datum):
    termijn = ijw_termijnen()[sleutel].vanaf(date.fromisoformat(begin))
    assert termijn.uiterste_datum.isoformat() == uiterste_datum


def test_alleen_het_woonplaatsbeginsel_is_een_wettelijke_termijn():
    assert [sleutel for sleutel, een in ijw_termijnen().items() if een.wettelijk] == ["OP359"]
