"""Ons oordeel is dat van de schema's: van dat uit onze tabellen, en van dat van de standaard zelf.

PARAPLU_BREUKEN is the number of broken messages that our two readings are compared on, a few
hundred by default; PARAPLU_TEGENOVER_DE_STANDAARD that of those beside the official schemas.
"""

from __future__ import annotations

import os
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from paraplu.berichten import codes, lees, schrijf
from paraplu.berichten.boom import Boom, Onleesbaar, lees_boom
from paraplu.berichten.schema import maak_schema, voldoet
from paraplu.berichten.structuur import controleer_boom, heeft_attributen
from tests.berichten.breek import WAARDEN, breek
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht
from tests.berichten.plekken import plekken, tekst, volledige_boom

BREUKEN = int(os.environ.get("PARAPLU_BREUKEN", "400"))
TEGENOVER_DE_STANDAARD = int(os.environ.get("PARAPLU_TEGENOVER_DE_STANDAARD", "20000"))
MET_SCHEMA = [soort for soort in ALLE_SOORTEN if soort.release in ("3.2", "2.3")]
#: What a schema cannot judge.
INHOUD = (codes.ELFPROEF, codes.GEMEENTE_BESTAAT)


@cache
def van_de_standaard(map_: Path, soort) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(map_ / "ijw" / f"xsd-{soort.release}" / f"{soort.naam}.xsd"))


def zorgvuldig(boom: Boom) -> bool:
    """Whether the careful check finds nothing, attributes aside."""
    bevindingen = controleer_boom(boom.wortel, boom.bron)
    return not [een for een in bevindingen if een.code not in (*INHOUD, codes.ATTRIBUUT)]


def gebroken(nummer: int):
    rng = Random(nummer)
    soort = rng.choice(MET_SCHEMA)
    return soort, breek(schrijf(maak_bericht(soort, rng)), rng)


def test_de_zorgvuldige_lezing_en_ons_schema_oordelen_gelijk():
    oordelen = set()
    for nummer in range(BREUKEN):
        soort, inhoud = gebroken(nummer)
        try:
            boom = lees_boom(inhoud, bestand="")
        except Onleesbaar:
            continue
        if heeft_attributen(boom.wortel):
            assert codes.ATTRIBUUT in [
                een.code for een in lees(inhoud).bevindingen
            ] or not zorgvuldig(boom)
            continue
        oordeel = maak_schema(soort).validate(boom.wortel)
        oordelen.add(oordeel)
        assert voldoet(boom.wortel, soort) == oordeel
        assert zorgvuldig(boom) == oordeel, inhoud.decode()

    assert oordelen == {True, False}


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_over_gebroken_berichten_oordelen_wij_als_de_standaard(shared: Path, soort):
    """Ours by the schema of our tables and by the careful reading; more than 20,000 in all."""
    officieel, eigen = van_de_standaard(shared, soort), maak_schema(soort)
    rng = Random(f"{soort} gebroken")
    oordelen = set()
    for _nummer in range(TEGENOVER_DE_STANDAARD // len(MET_SCHEMA) + 1):
        inhoud = breek(schrijf(maak_bericht(soort, rng)), rng)
        try:
            wortel = etree.fromstring(inhoud)
        except etree.XMLSyntaxError:
            continue  # Text after the root: no schema comes into play.
        oordeel = officieel.validate(wortel)
        oordelen.add(oordeel)
        assert eigen.validate(wortel) == oordeel, inhoud.decode()
        assert _zorgvuldig_oordeel(inhoud, wortel) in (oordeel, None), inhoud.decode()

    assert oordelen == {True, False}


def _zorgvuldig_oordeel(inhoud: bytes, wortel) -> bool | None:
    """That of the careful reading; None where attributes make it differ, or it cannot be read."""
    try:
        boom = lees_boom(inhoud, bestand="")
    except Onleesbaar:
        return None
    return None if heeft_attributen(wortel) else zorgvuldig(boom)


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_elke_waarde_op_elke_plek_krijgt_het_oordeel_van_de_standaard(shared: Path, soort):
    officieel = van_de_standaard(shared, soort)
    wortel = volledige_boom(soort)
    rng = Random(soort.naam)
    for knoop, element, pad in plekken(soort, wortel):
        if element.type is None:
            continue
        was = knoop.text
        for waarde in rng.sample(WAARDEN, 2):
            knoop.text = waarde.replace("\r", "")
            boom = lees_boom(tekst(wortel), bestand="")
            oordeel = officieel.validate(boom.wortel)
            assert (zorgvuldig(boom), maak_schema(soort).validate(boom.wortel)) == (
                oordeel,
                oordeel,
            ), (pad, waarde)
        knoop.text = was


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_een_geldig_bericht_is_ook_voor_de_standaard_geldig(shared: Path, soort):
    officieel = van_de_standaard(shared, soort)
    for nummer in range(5):
        inhoud = schrijf(maak_bericht(soort, Random(nummer)))
        assert officieel.validate(etree.fromstring(inhoud)), officieel.error_log


def test_over_de_echte_voorbeelden_oordelen_wij_als_de_standaard(shared: Path):
    for release in ("3.2", "2.3"):
        for pad in sorted((shared / "ijw" / f"messages-{release}").glob("*.xml")):
            wortel = etree.parse(pad).getroot()
            soort = next(
                een for een in MET_SCHEMA if een.namespace == etree.QName(wortel).namespace
            )
            assert van_de_standaard(shared, soort).validate(wortel)
            assert [een.code for een in lees(pad).bevindingen if een.weigert == "bericht"] == []


def test_attributen_van_het_schema_laat_de_standaard_toe_en_wij_niet(shared: Path):
    """Het ene bekende verschil: xsi:type en xsi:schemaLocation zijn voor een schema geen fout."""
    soort = next(een for een in MET_SCHEMA if een.naam == "JW305")
    wortel = volledige_boom(soort)
    naam = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    wortel.set(naam, "urn:a a.xsd")

    assert van_de_standaard(shared, soort).validate(wortel)
    assert [een.code for een in lees(tekst(wortel)).bevindingen] == [codes.ATTRIBUUT]


def _weg(knoop) -> None:
    ouder = knoop.getparent()
    for kind in list(ouder.iterchildren(knoop.tag)):
        ouder.remove(kind)


def _dubbel(knoop) -> None:
    knoop.addnext(deepcopy(knoop))


def _verwisseld(knoop) -> None:
    eerder = knoop.getprevious()
    if eerder is not None:
        knoop.addnext(eerder)


@pytest.mark.parametrize(
    "wijziging", [_weg, _dubbel, _verwisseld], ids=lambda een: een.__name__[1:]
)
@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_elke_plek_weg_dubbel_of_verwisseld_krijgt_het_oordeel_van_de_standaard(
    shared: Path, soort, wijziging
):
    officieel = van_de_standaard(shared, soort)
    volledig = volledige_boom(soort)
    for nummer, (_, _, pad) in enumerate(list(plekken(soort, volledig))):
        wortel = deepcopy(volledig)
        wijziging(list(plekken(soort, wortel))[nummer][0])
        boom = lees_boom(tekst(wortel), bestand="")
        assert voldoet(boom.wortel, soort) == zorgvuldig(boom) == officieel.validate(wortel), pad
