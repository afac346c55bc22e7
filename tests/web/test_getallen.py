"""Numbers as Dutch readers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from paraplu.web.getallen import VAST, cel, cijfers, toon


@pytest.mark.parametrize(
    ("waarde", "eenheid", "verwacht"),
    [
        (0, "kinderen", "0"),
        (1087, "maatregelen", "1.087"),
        (1234.56, "", "1.235"),
        (41.5, "dagen", "41,5 dagen"),
        (1, "dagen", "1 dag"),
        (786.4, "dagen", "786 dagen"),
        (0.7984, "aandeel", "79,8 %"),
        (0.0, "aandeel", "0,0 %"),
        (Decimal("1234567.89"), "euro", "€ 1.234.568"),
        (Decimal("-5000"), "euro", "−€ 5.000"),
        (None, "euro", "onbekend"),
        (None, "kinderen", "onbekend"),
    ],
)
def test_een_getal_staat_er_zoals_een_lezer_het_schrijft(waarde, eenheid, verwacht):
    assert str(toon(waarde, eenheid)).replace(VAST, " ") == verwacht


@pytest.mark.parametrize(
    ("bedrag", "verwacht"),
    [
        (999, "€ 999"),
        (1_000, "€ 1,0 duizend"),
        (250_000, "€ 250 duizend"),
        (13_260_000, "€ 13,3 mln"),
        (-1_500_000, "−€ 1,5 mln"),
    ],
)
def test_grote_bedragen_zijn_kort_waar_weinig_plaats_is(bedrag, verwacht):
    assert str(toon(bedrag, "euro", kort=True)).replace(VAST, " ") == verwacht


def test_afgerond_tot_nul_heeft_geen_minteken():
    assert cijfers(-0.04, 1) == "0,0"
    assert cijfers(-0.05001, 1) == "−0,1"


def test_in_een_tabel_staat_de_eenheid_in_de_kop():
    assert str(cel(786, "dagen")) == "786"
    assert str(cel(0.5, "aandeel")).replace(VAST, " ") == "50,0 %"
