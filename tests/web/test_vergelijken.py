"""A value beside others: areas, cases, per 1,000 children, norm and baseline."""

from __future__ import annotations

import pytest

from tests.web.nep_monitor import INDICATOREN, PLAATS
from tests.web.test_overzicht import lees

CODES = [indicator.code for indicator in INDICATOREN]


@pytest.mark.parametrize("code", CODES)
def test_elke_waarde_is_te_vergelijken(code, als, nep):
    tekst = lees(als("wethouder"), f"/vergelijken/{code}/")
    assert "Naast norm en nulmeting" in tekst
    assert "Heel Gelderland" in tekst


def test_mijn_gemeente_staat_naast_haar_regio_en_de_provincie(als, nep):
    tekst = lees(als("backoffice"), "/vergelijken/V2a/?gebied=gemeente-0228")
    aantal = PLAATS["0228"]
    assert f"Ede {aantal} {aantal}" in tekst
    assert "FoodValley" in tekst
    assert "Gelderland 1.326 26" in tekst


def test_zonder_het_blad_met_jeugdigen_staat_er_geen_deel_per_duizend(als, nep):
    nep.inwoners = False
    tekst = lees(als("backoffice"), "/vergelijken/V2a/?gebied=gemeente-0228")
    assert "zodra het blad met jeugdigen per gemeente is ingebracht" in tekst
    assert "per 1.000 jeugdigen t.o.v." not in tekst


def test_deze_gi_staat_naast_de_andere(als, nep):
    tekst = lees(als("gi"), "/vergelijken/V3/?gebied=gi-90000001")
    tabel = tekst[tekst.index("gebieden naast elkaar") :]
    assert tabel.index("Jeugdbescherming Gelderland") < tabel.index("William Schrikker")


@pytest.mark.parametrize("code", ["V3", "V4", "V7"])
def test_naast_een_aandeel_of_duur_staat_het_aantal_gevallen(code, als, nep):
    tekst = lees(als("wethouder"), f"/vergelijken/{code}/")
    assert "aantal t.o.v. een jaar eerder" in tekst
    assert "1.326" in tekst


def test_dit_jaar_staat_naast_de_norm_van_het_jaar_ervoor_en_de_nulmeting(als, nep):
    tekst = lees(als("wethouder"), "/vergelijken/V2a/?jaar=2023")
    # 1.328 in 2021, one less each year; 5% down on the year before, twice.
    assert "2021 nulmeting 1.328 – – 1.328 –" in tekst
    assert "2022 1.327 1.262 nee 1.262" in tekst
    assert "2023 1.326 1.261 nee 1.199" in tekst


def test_na_de_afgesproken_jaren_is_er_geen_norm(als, nep):
    tekst = lees(als("wethouder"), "/vergelijken/V2a/?jaar=2024")
    assert "Een norm voor 2024 is er niet." in tekst


def test_een_deel_van_een_jaar_heeft_geen_norm(als, nep):
    tekst = lees(als("wethouder"), "/vergelijken/V2a/?jaar=2023&deel=K1")
    assert "Een norm geldt voor een heel jaar." in tekst


def test_een_norm_hoort_bij_een_lezing(als, nep):
    zonder = "De resultaatafspraken noemen geen getal voor deze waarde in deze lezing."
    assert zonder in lees(als("wethouder"), "/vergelijken/V1b/")
    assert zonder not in lees(als("wethouder"), "/vergelijken/V1b/?variant=verwijzer_gi")


def test_van_een_verborgen_gemeente_is_ook_de_norm_verborgen(als, nep):
    klein = next(code for code, plaats in PLAATS.items() if plaats == 1)
    tekst = lees(als("gi"), f"/vergelijken/V2a/?gebied=gemeente-{klein}")
    na = tekst[tekst.index("naast norm en nulmeting ") :]
    regel = na[na.index("2023") : na.index("Een andere waarde")]
    assert not any(teken.isdigit() for teken in regel.replace("2023", "").replace("2021", ""))
    assert regel.count("verborgen") >= 4
