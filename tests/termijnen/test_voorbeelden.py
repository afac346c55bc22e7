"""The examples in docstrings of terms and flows are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

TERMIJNEN = (
    *("datums", "duur", "feestdagen", "kalender", "moment", "opschorting", "telling", "termijn"),
    *("vergelijking", "weergave"),
)
MODULES = [
    *(f"paraplu.termijnen.{naam}" for naam in TERMIJNEN),
    "paraplu.afspraken.routes.gronden",
    *(f"paraplu.berichten.verloop.{naam}" for naam in ("verzoek", "levering", "declaratie")),
]  # fmt: skip


@pytest.mark.parametrize("naam", MODULES)
def test_een_voorbeeld_bij_een_functie_klopt(naam):
    uitkomst = doctest.testmod(importlib.import_module(naam))
    assert uitkomst.attempted > 0
    assert uitkomst.failed == 0
