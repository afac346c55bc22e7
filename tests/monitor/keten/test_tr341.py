"""TR341: de eenheid van een prestatie past bij de toewijzing."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("toegewezen", "geleverd"), [("82", "82"), ("04", "04"), ("04", "01"), (None, "14")]
)
def test_dezelfde_eenheid_en_uren_in_minuten_zijn_goed(keten, toegewezen, geleverd):
    keten.toewijzing(1, eenheid=toegewezen)
    keten.declaratie(1, eenheid=geleverd)

    assert keten.gebroken("TR341") == []


@pytest.mark.parametrize(("toegewezen", "geleverd"), [("82", "84"), ("01", "04"), ("16", "01")])
def test_een_andere_eenheid_is_fout(keten, toegewezen, geleverd):
    keten.toewijzing(1, eenheid=toegewezen)
    fout = keten.declaratie(1, eenheid=geleverd)

    assert keten.gebroken("TR341") == [(fout, 1)]
