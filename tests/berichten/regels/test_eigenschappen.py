"""Wat voor elke regel op inhoud geldt: zij struikelt nooit, wijst een plek aan, en zegt het in zinnen."""

from __future__ import annotations

import os
import re
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings

from paraplu.berichten import Bericht, controleer, schrijf, standaard
from paraplu.berichten.regels.register import regel
from paraplu.berichten.regels.toets import Breuk, lees_omgeving, toetsen, zoek_breuken
from paraplu.berichten.standaard import Berichtsoort, Element
from tests.berichten.breek import breek
from tests.berichten.maak import berichten, maak_bericht
from tests.berichten.regels.voorbeeld import ALLE, VANDAAG
from tests.berichten.structuur import INHOUDSREGELS

BREUKEN = int(os.environ.get("PARAPLU_BREUKEN", "400"))
SOORTEN = list(standaard.release("3.2").berichtsoorten.values())
#: Not those that only look for what a later one has to say.
SPREKEND = [een for een in toetsen() if een.tekst]
TOETSEN = pytest.mark.parametrize("een", SPREKEND, ids=lambda een: f"{een.code}-{een.klasse}")
STAP = re.compile(r"([A-Za-z0-9]+)(?:\[([1-9][0-9]*)\])?")


def breuken(inhoud: dict, soort: Berichtsoort) -> list[Breuk]:
    """Every break in the content of a message of the right form."""
    omgeving = lees_omgeving(inhoud, soort, vandaag=date(2024, 3, 1))
    return list(zoek_breuken(inhoud, soort, omgeving))


def loop(inhoud: object, pad: str) -> object:
    """What stands at this path; it fails when nothing does."""
    for stap in filter(None, pad.split("/")):
        naam, nummer = STAP.fullmatch(stap).groups()
        inhoud = inhoud[naam] if nummer is None else inhoud[naam][int(nummer) - 1]
    return inhoud


def in_standaard(soort: Berichtsoort, pad: str) -> Element:
    """The element that the standard has at this path; KeyError when it has none.

    What repeats and is missing has no number.
    """
    element = soort.wortel
    for stap in filter(None, pad.split("/")):
        naam, nummer = STAP.fullmatch(stap).groups()
        element = element.kind(naam)
        assert nummer is None or element.is_lijst
    return element


def wijst_aan(inhoud: dict, soort: Berichtsoort, gevonden: list[Breuk]) -> None:
    """Assert that each break lies in a class of the message, at a place that the standard has."""
    for breuk in gevonden:
        assert isinstance(loop(inhoud, breuk.klasse), dict)
        assert (
            breuk.pad == breuk.klasse
            or not breuk.klasse
            or (breuk.pad.startswith(f"{breuk.klasse}/"))
        )
        in_standaard(soort, breuk.pad)


@given(berichten(SOORTEN))
@settings(max_examples=100, deadline=None)
def test_elk_goedgevormd_bericht_krijgt_een_oordeel(bericht: Bericht):
    wijst_aan(bericht.inhoud, bericht.berichtsoort, breuken(bericht.inhoud, bericht.berichtsoort))


def test_ook_een_gebroken_bericht_krijgt_een_oordeel():
    """Made by chance, and close to right: there the rules look further."""
    gezien = set()
    for nummer in range(BREUKEN):
        rng = Random(nummer)
        heel = rng.choice(ALLE)() if nummer % 2 else maak_bericht(rng.choice(SOORTEN), rng)
        for bevinding in controleer(breek(schrijf(heel), rng), vandaag=VANDAAG):
            if bevinding.code in INHOUDSREGELS:
                in_standaard(heel.berichtsoort, bevinding.pad)
                assert bevinding.regel > 0
                gezien.add(bevinding.code)

    assert len(gezien) > 20


@TOETSEN
def test_elke_toets_staat_op_een_klasse_van_elk_van_haar_berichten(een):
    for naam in een.berichten:
        soort = standaard.release("3.2").berichtsoorten[naam]
        klassen = {"Bericht", *(element.naam for element in _klassen(soort.wortel))}

        assert een.klasse in klassen, naam


def _klassen(element: Element) -> list[Element]:
    kinderen = [kind for kind in element.kinderen if kind.type is None]
    return kinderen + [onder for kind in kinderen for onder in _klassen(kind)]


@TOETSEN
def test_elke_toets_hoort_bij_een_regel_over_dat_bericht(een):
    """What the register says of a rule for people (IV, OP) is about more than one message."""
    genoemd = {waar.partition("/")[0] for waar in regel(een.code).waar}

    assert een.code[:2] in ("IV", "OP") or een.berichten <= genoemd


@TOETSEN
def test_elke_toets_zegt_het_in_hele_zinnen(een):
    for zin in (een.tekst, een.remedie):
        assert zin[0].isupper()
        assert zin.endswith(".")
        assert "  " not in zin
        assert max(len(deel.split()) for deel in re.split(r"[.:;]", zin)) <= 25


def test_geen_functie_staat_twee_keer_op_dezelfde_klasse():
    plekken = [
        (een.code, een.klasse, naam, een.functie) for een in toetsen() for naam in een.berichten
    ]

    assert len(plekken) == len(set(plekken))
