"""TR411: bij een toewijzing met productcode vraagt men een omvang."""

from __future__ import annotations

import pytest

GEEN = {"volume": None, "eenheid": None, "frequentie": None}


def test_een_omvang_is_goed(keten):
    keten.toewijzing(1)
    keten.wijziging("wijzigen", 1)

    assert keten.gebroken("TR411") == []


def test_geen_omvang_is_fout(keten):
    keten.toewijzing(1)
    fout = keten.wijziging("wijzigen", 1, **GEEN)

    assert keten.gebroken("TR411") == [(fout, 1)]


@pytest.mark.parametrize("leeg", [{"productcode": None}, {"reden_wijziging": "13"}], ids=str)
def test_zonder_productcode_of_toewijzing_hoeft_het_niet(keten, leeg):
    keten.toewijzing(1, **leeg)
    keten.wijziging("wijzigen", 1, **GEEN)

    assert keten.gebroken("TR411") == []
