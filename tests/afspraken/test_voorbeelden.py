"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import paraplu.afspraken

MODULES = [
    module.name
    for module in pkgutil.walk_packages(paraplu.afspraken.__path__, "paraplu.afspraken.")
]


@pytest.mark.parametrize("naam", MODULES)
def test_een_voorbeeld_bij_een_functie_klopt(naam):
    assert doctest.testmod(importlib.import_module(naam)).failed == 0


def test_er_zijn_voorbeelden():
    gevonden = (doctest.DocTestFinder().find(importlib.import_module(naam)) for naam in MODULES)
    assert sum(bool(voorbeeld.examples) for lijst in gevonden for voorbeeld in lijst) >= 6
