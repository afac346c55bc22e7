"""De regels tussen berichten tegenover het register van alle regels."""

from __future__ import annotations

import re

import pytest

from paraplu.berichten import standaard
from paraplu.berichten.regels.register import regels
from paraplu.monitor.keten.regel import NIVEAU, OnbekendeRegel, ketenregels, zoek_regel

REGISTER = {code: regel for code, regel in regels().items() if regel.getoetst == "keten"}


def test_elke_regel_tussen_berichten_heeft_een_functie_en_geen_functie_is_teveel():
    assert set(ketenregels()) == set(REGISTER)


@pytest.mark.parametrize("code", sorted(REGISTER))
def test_niveau_en_retourcode_zijn_die_van_het_register(code):
    assert REGISTER[code].niveau == NIVEAU
    assert ketenregels()[code].retourcode == REGISTER[code].retourcode


@pytest.mark.parametrize("code", sorted(REGISTER))
def test_een_regel_staat_bij_de_berichten_van_het_register(code):
    soorten = {plek.split("/")[0] for plek in REGISTER[code].waar}
    assert set(ketenregels()[code].klassen) == soorten


@pytest.mark.parametrize("code", sorted(REGISTER))
def test_elke_klasse_bestaat_in_de_standaard(code):
    for soort, pad in ketenregels()[code].klassen.items():
        klasse = standaard.release("3.2").berichtsoorten[soort].wortel.kind(*pad.split("/"))
        assert klasse.type is None


@pytest.mark.parametrize("code", sorted(REGISTER))
def test_een_afzender_leest_een_zin_en_wat_hij_kan_doen(code):
    regel = ketenregels()[code]
    for zin in (regel.tekst, regel.remedie):
        assert re.fullmatch(r"[A-Z].*\.", zin)
        assert len(zin) <= 130
        assert code not in zin


def test_een_code_die_er_niet_is_wordt_genoemd():
    with pytest.raises(OnbekendeRegel, match="TR999"):
        zoek_regel("TR999")
