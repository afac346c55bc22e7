"""What lives after corrections, counted on the messages with one key; also as 2.3 did it."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.berichten.verloop.correctie import beoordeel, start_sleutel
from paraplu.berichten.verloop.gebeurtenissen import Gestart, Kop, Leveringsleutel, Product


def _starts(statussen: str, release: str) -> list[Gestart]:
    return [
        Gestart(
            kop=Kop(
                dagtekening=date(2026, 1, 1 + nummer),
                soort="JW305",
                release=release,
                gemeente="0200",
                aanbieder="42420001",
                identificatie=str(nummer),
            ),
            kind=1,
            levering=Leveringsleutel(gemeente="0200", nummer=101),
            product=Product(categorie="48"),
            begindatum=date(2026, 1, 1),
            status=status,
        )
        for nummer, status in enumerate(statussen)
    ]


TELLING = [
    # statussen, release, leeft, regels
    ("1", "3.2", True, []),
    ("13", "3.2", False, []),
    ("31", "3.2", False, []),
    ("131", "3.2", True, []),
    ("1313", "3.2", False, []),
    ("3", "3.2", False, ["TR063"]),
    ("133", "3.2", False, ["TR063"]),
    ("11", "3.2", True, ["TR326"]),
    ("113", "3.2", True, []),
    ("12", "3.2", True, ["OP033x2"]),
    ("2", "3.2", False, ["OP033x2"]),
    ("9", "3.2", False, []),
    # In 2.3 vervangt 2, ook als de eerste melding ontbreekt; 9 zegt niets.
    ("12", "2.3", True, []),
    ("2", "2.3", True, []),
    ("22", "2.3", True, []),
    ("23", "2.3", False, []),
    ("123", "2.3", False, []),
    ("9", "2.3", False, []),
]


@pytest.mark.parametrize(("statussen", "release", "leeft", "regels"), TELLING)
def test_een_start_leeft_zolang_hij_vaker_kwam_dan_hij_is_ingetrokken(
    statussen, release, leeft, regels
):
    starts = _starts(statussen, release)
    for volgorde in (starts, starts[::-1]):
        oordeel = beoordeel(volgorde, start_sleutel)
        assert bool(oordeel.levend) == leeft
        assert [een.regel for een in oordeel.afwijkingen] == regels


def test_van_een_levende_start_telt_het_eerste_bericht_dat_hem_bracht():
    (start,) = beoordeel(_starts("131", "3.2"), start_sleutel).levend
    assert start.kop.identificatie == "0"
