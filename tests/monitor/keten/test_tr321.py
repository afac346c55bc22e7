"""TR321: het volume van een prestatie past in wat per periode is toegewezen."""

from __future__ import annotations

import pytest

INSPANNING = {"eenheid": "04", "volume": 2}
#: January 2023 begins on a Sunday: six calendar weeks touch it, five Sundays are in it.
MAAND = [
    ({"frequentie": "4", "eenheid": "82", "volume": 3}, 3),
    ({"frequentie": "1", "eenheid": "14", "volume": 1}, 31),
    ({"frequentie": "2", **INSPANNING}, 12),
    ({"frequentie": "2", "eenheid": "82", "volume": 2}, 10),
    ({"frequentie": "6", "eenheid": "16", "volume": 40}, 40),
]


@pytest.mark.parametrize(("omvang", "hoogstens"), MAAND)
def test_precies_het_maximum_is_goed_en_een_meer_is_fout(keten, omvang, hoogstens):
    keten.toewijzing(1, **omvang)
    keten.declaratie(1, volume=hoogstens, eenheid=omvang["eenheid"])
    fout = keten.declaratie(1, volume=hoogstens + 1, eenheid=omvang["eenheid"])

    assert keten.gebroken("TR321") == [(fout, 1)]


def test_uren_in_minuten_zijn_zestig_keer_zo_veel(keten):
    keten.toewijzing(1, frequentie="4", eenheid="04", volume=2)
    keten.declaratie(1, volume=120, eenheid="01")
    fout = keten.declaratie(2, volume=121, eenheid="01")

    assert keten.gebroken("TR321") == [(fout, 1)]


def test_output_per_week_telt_de_week_waarin_de_toewijzing_eindigt_mee(keten):
    """2023-02-28 is a Tuesday: four Sundays, and the week that is cut off."""
    keten.toewijzing(1, frequentie="2", eenheid="82", volume=1, einddatum="02-28")
    keten.declaratie(2, volume=5)
    fout = keten.declaratie(2, volume=6)
    te_vroeg = keten.declaratie(1, volume=6)

    assert keten.gebroken("TR321") == [(fout, 1), (te_vroeg, 1)]


def test_output_per_week_die_op_zondag_eindigt_heeft_geen_week_extra(keten):
    keten.toewijzing(1, frequentie="2", eenheid="82", volume=1, einddatum="02-26")
    fout = keten.declaratie(2, volume=5, einddatum="02-26")

    assert keten.gebroken("TR321") == [(fout, 1)]


def test_een_toewijzing_zonder_zondag_heeft_een_week(keten):
    dagen = {"ingangsdatum": "03-06", "einddatum": "03-09"}
    keten.toewijzing(1, frequentie="2", eenheid="82", volume=1, **dagen)
    periode = {"begindatum": "03-06", "einddatum": "03-09"}
    keten.declaratie(3, volume=1, **periode)
    fout = keten.declaratie(3, volume=2, **periode)

    assert keten.gebroken("TR321") == [(fout, 1)]


def test_een_andere_eenheid_of_geen_omvang_is_van_andere_regels(keten):
    keten.toewijzing(1, eenheid="16")
    keten.toewijzing(2, volume=None, eenheid=None, frequentie=None, budget=100000)
    keten.declaratie(1, volume=99)
    keten.declaratie(1, volume=99, toewijzing_nummer=2)

    assert keten.gebroken("TR321") == []
