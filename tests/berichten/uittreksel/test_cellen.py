"""Elke cel wordt gelezen zoals een administratie schrijft, of krijgt een bevinding zonder de waarde."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.berichten.uittreksel.cellen import Schrijfwijze, lees_cel
from paraplu.berichten.uittreksel.velden import tabellen
from tests.berichten.uittreksel import tabellen as t

TOEWIJZING, DECLARATIE = tabellen()["toewijzing"].velden, tabellen()["declaratie"].velden
GEWOON = Schrijfwijze()


@pytest.mark.parametrize(
    ("veld", "cel", "tekst"),
    [
        ("gemeente", "221", "0221"),
        ("gemeente", Decimal(221), "0221"),
        ("aanbieder", "1234567", "01234567"),
        ("bsn", Decimal("999900006.0"), "999900006"),
        ("ingangsdatum", "1-5-2023", "2023-05-01"),
        ("ingangsdatum", "01/05/2023 00:00:00", "2023-05-01"),
        ("ingangsdatum", date(2023, 5, 1), "2023-05-01"),
        ("toewijzing_nummer", Decimal("12.0"), "12"),
        ("toewijzing_nummer", "1.234", "1234"),
        ("toewijzingstijd", "9:30", "09:30:00"),
        ("budget", "€ 1.234,50", "123450"),
        ("budget", Decimal("12.5"), "1250"),
        ("volume", "", ""),
        ("productcategorie", "48", "48"),
        ("eenheid", "4", "04"),
    ],
)
def test_een_goede_cel_wordt_zoals_de_standaard_schrijft(veld: str, cel, tekst: str):
    assert lees_cel(cel, TOEWIJZING[veld], GEWOON) == (tekst, None, False)


@pytest.mark.parametrize(
    ("veld", "cel", "code"),
    [
        ("ingangsdatum", "31-02-2024", "PAR012"),
        ("ingangsdatum", "2024-02-01", "PAR012"),
        ("volume", "1,5", "PAR011"),
        ("volume", "vier", "PAR011"),
        ("budget", "1,234", "PAR011"),
        ("budget", "1.23", "PAR011"),
        ("bsn", "999900007", "CS002"),
        ("bsn", "12345", "CS002"),
        ("gemeente", "9999", "TR378"),
        ("gemeente", "Arnhem", "RS035"),
        ("productcategorie", "39", "PAR010"),
        ("toewijzingstijd", "half tien", "PAR013"),
    ],
)
def test_een_cel_met_een_fout_krijgt_de_code_van_de_standaard(veld: str, cel: str, code: str):
    assert lees_cel(cel, TOEWIJZING[veld], GEWOON).fout.code == code


@pytest.mark.parametrize(
    ("wijze", "veld", "cel", "tekst"),
    [
        (replace(GEWOON, datum="jjjj-mm-dd"), "ingangsdatum", "2023-5-1T10:00:00Z", "2023-05-01"),
        (replace(GEWOON, datum="mm-dd-jjjj"), "ingangsdatum", "05/31/2023", "2023-05-31"),
        (replace(GEWOON, datum="jjjjmmdd"), "ingangsdatum", "20230531", "2023-05-31"),
        (replace(GEWOON, getal="punt"), "budget", "1,234.50", "123450"),
        (replace(GEWOON, bedrag="cent"), "budget", "123450", "123450"),
    ],
)
def test_de_afbeelding_zegt_hoe_datums_en_getallen_zijn_geschreven(wijze, veld, cel, tekst):
    assert lees_cel(cel, TOEWIJZING[veld], wijze).tekst == tekst


@pytest.mark.parametrize("cel", ["-12,50", "12,50-", Decimal("-12.5"), "€ -12,50"])
def test_een_min_voor_een_bedrag_is_credit(cel):
    assert lees_cel(cel, DECLARATIE["bedrag"], GEWOON) == ("1250", None, True)


@settings(max_examples=300, deadline=None)
@given(
    cel=st.text(max_size=40) | st.dates() | st.decimals(), naam=st.sampled_from(sorted(DECLARATIE))
)
def test_geen_enkele_cel_laat_de_lezer_vallen(cel, naam: str):
    gelezen = lees_cel(cel, DECLARATIE[naam], GEWOON)
    assert gelezen.fout is None or gelezen.tekst == ""


def test_een_bevinding_zegt_rij_kolom_en_veld_maar_nooit_de_waarde():
    lezing = t.lees("toewijzingen", t.met("toewijzingen", Ingangsdatum="31-02-2024"))
    (bevinding,) = lezing.bevindingen

    assert bevinding.tekst.startswith("Rij 2, kolom J (ingangsdatum) bevat geen bestaande datum")
    assert "99-99-9999" in bevinding.tekst
    assert "31-02" not in bevinding.tekst
    assert (bevinding.regel, bevinding.pad, bevinding.weigert) == (2, "kolom J", "regel")
    assert lezing.rijen == ()


@pytest.mark.parametrize(
    "cellen", [{"BSN": "999900007"}, {"Geboortedatum": "1 mei 2012"}, {"BSN": "Jan Jansen"}]
)
def test_van_een_kind_wordt_niets_herhaald_ook_geen_vorm(cellen):
    (bevinding,) = t.lees("toewijzingen", t.met("toewijzingen", **cellen)).bevindingen
    alles = repr(bevinding)

    assert not any(waarde in alles for waarde in cellen.values())
    assert "lijkt op" not in bevinding.tekst


def test_een_lege_verplichte_cel_is_een_bevinding_een_lege_andere_niet():
    lezing = t.lees(
        "toewijzingen", t.met("toewijzingen", BSN=""), t.met("toewijzingen", Einddatum="")
    )

    assert [b.code for b in lezing.bevindingen] == ["PAR050"]
    assert (len(lezing.rijen), lezing.geweigerd) == (1, 1)


def test_een_vertaling_gaat_voor_het_lezen():
    (rij,) = t.lees("toewijzingen", t.met("toewijzingen", Frequentie=" WEEK ")).rijen

    assert rij.waarden["frequentie"] == "2"


def test_een_omvang_zonder_eenheid_is_een_bevinding_op_de_rij():
    lezing = t.lees("toewijzingen", t.met("toewijzingen", Eenheid="", Frequentie=""))

    assert [b.tekst for b in lezing.bevindingen] == [
        "Rij 2 heeft volume, maar geen eenheid en geen frequentie."
    ]
    assert (lezing.rijen, lezing.geweigerd) == ((), 1)
