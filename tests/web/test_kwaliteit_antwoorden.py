"""Volledigheid: van wie welk bericht ontbreekt, naast de declaraties."""

from __future__ import annotations

import re

from paraplu.monitor.wachten import Keuze
from tests.web.test_kwaliteit import lees

ADRES = "/volledigheid/?jaar=2023"


def test_wat_ontbreekt_is_wat_over_zijn_termijn_en_open_is(als, nep):
    tekst = lees(als("contractmanager").get(ADRES))
    over = sum(
        telling.te_laat_open
        for (maand,), telling in nep.wachten().tel(Keuze(), ("maand",))
        if maand.startswith("2023")
    )
    assert over > 0
    gevonden = re.search(r"([\d.]+) berichten zijn over hun termijn", tekst)
    enkel = "Eén bericht is over zijn termijn" in tekst
    assert (over == 1 and enkel) or int(gevonden[1].replace(".", "")) == over


def test_een_organisatie_ziet_alleen_waar_zij_bij_hoort(als, nep):
    tekst = lees(als("backoffice").get(ADRES)).partition("Van wie ontbreekt welk bericht")[2]
    assert "Ede" in tekst
    assert "Arnhem" not in tekst


def test_wie_geen_termijnen_ziet_krijgt_de_tabel_niet(als, nep):
    assert "Van wie ontbreekt welk bericht" not in lees(als("wethouder").get(ADRES))


def test_van_bevindingen_en_volledigheid_gaat_er_een_weg_naar_kwaliteit(als, nep):
    for adres in (ADRES, "/bevindingen/"):
        assert 'href="/kwaliteit/"' in als("backoffice").get(adres).content.decode()
