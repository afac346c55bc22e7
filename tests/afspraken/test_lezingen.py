"""The readings P1 to P63: complete, each with a choice and a term."""

from __future__ import annotations

import re

import pytest

from paraplu.afspraken.lezingen import UnknownLezing, lezing, lezingen
from paraplu.afspraken.vereisten import bestaat


def test_alle_63_staan_er_op_volgorde():
    assert list(lezingen()) == [f"P{nummer}" for nummer in range(1, 64)]


def test_elke_lezing_heeft_een_vraag_twee_lezingen_een_keuze_en_een_eind():
    for item in lezingen().values():
        assert item.vraag.endswith("?"), item.nummer
        assert len(item.lezingen) >= 2, item.nummer
        assert item.keuze.endswith("."), item.nummer
        assert re.match("(Tot|Dit staat vast)", item.tot), item.nummer


def test_een_lezing_raakt_vereisten_die_bestaan():
    onbekend = {
        (item.nummer, nummer)
        for item in lezingen().values()
        for nummer in item.raakt
        if not bestaat(nummer)
    }
    assert onbekend == set()
    assert all(item.raakt for item in lezingen().values())


def test_de_monitor_rust_op_de_lezingen_over_waarden_en_berichten():
    nummers = {int(item.nummer[1:]) for item in lezingen().values() if item.is_voor_monitor}
    assert nummers == {*range(2, 7), *range(21, 25), *range(47, 64)}
    assert all(i.waarom and i.gevolg for i in lezingen().values() if i.is_voor_monitor)


def test_een_onbekende_lezing_bestaat_niet():
    with pytest.raises(UnknownLezing):
        lezing(f"P{len(lezingen()) + 1}")
