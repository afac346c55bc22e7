"""Wat wij schrijven lezen wij gelijk terug, en wat anderen schreven schrijven wij gelijk."""

from __future__ import annotations

import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from lxml import etree

from paraplu.berichten import Bericht, NietTeSchrijven, lees, schrijf, standaard
from paraplu.berichten.schema import maak_schema
from tests.berichten.maak import ALLE_SOORTEN, berichten, maak_bericht, maak_volledig
from tests.berichten.structuur import van_structuur

JW305 = standaard.release("3.2").berichtsoorten["JW305"]


def gelijkvormig(inhoud: bytes) -> str:
    """C14N 2.0 without prefixes of its own and without the white space between elements."""
    return etree.canonicalize(inhoud.decode("utf-8-sig"), rewrite_prefixes=True, strip_text=True)


@given(berichten())
@settings(max_examples=150, deadline=None)
def test_elk_bericht_komt_gelijk_terug(bericht: Bericht):
    gelezen = lees(schrijf(bericht))

    assert van_structuur(gelezen.bevindingen) == ()
    assert gelezen.bericht == bericht


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=str)
def test_een_bericht_met_alle_elementen_is_geldig_en_komt_gelijk_terug(soort):
    bericht = maak_volledig(soort, Random(1))
    inhoud = schrijf(bericht)

    assert maak_schema(soort).validate(etree.fromstring(inhoud))
    assert lees(inhoud).bericht == bericht


@pytest.mark.parametrize("release", ["3.2", "2.3"])
def test_echte_voorbeelden_komen_gelijk_terug(shared: Path, release: str):
    voorbeelden = sorted((shared / "ijw" / f"messages-{release}").glob("*.xml"))

    assert len(voorbeelden) >= 5
    for pad in voorbeelden:
        gelezen = lees(pad)
        assert gelezen.bericht is not None
        assert gelijkvormig(schrijf(gelezen.bericht)) == gelijkvormig(pad.read_bytes())


def test_een_bericht_is_utf8_zonder_bom_met_cr_lf():
    inhoud = schrijf(maak_bericht(JW305, Random(2)))

    assert inhoud.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n<jw305:Bericht ')
    assert inhoud.endswith(b"</jw305:Bericht>\r\n")
    assert inhoud.count(b"\n") == inhoud.count(b"\r\n")


def test_de_volgorde_komt_uit_de_tabellen_en_niet_uit_de_inhoud():
    bericht = maak_volledig(JW305, Random(3))
    andersom = replace(bericht, inhoud=dict(reversed(bericht.inhoud.items())))

    assert schrijf(andersom) == schrijf(bericht)


def test_vreemde_tekens_komen_gelijk_terug():
    soort = standaard.release("3.2").berichtsoorten["JW315"]
    bericht = maak_volledig(soort, Random(4))
    bericht.inhoud["Client"]["Commentaar"] = "a & b < c > d ]]> é😀 \r\n\t x\ry"

    assert lees(schrijf(bericht)).bericht == bericht


def test_prefixen_witruimte_commentaar_en_cdata_maken_geen_verschil():
    bericht = maak_volledig(JW305, Random(5))
    inhoud = schrijf(bericht).decode()
    anders = inhoud.replace("jw305:", "").replace("xmlns:jw305", "xmlns").replace("ijw:", "q:")
    anders = anders.replace("xmlns:ijw", "xmlns:q").replace("\r\n", "\n\n  ")
    anders = anders.replace("<Geslacht>", "<!-- x --><?y z?><Geslacht><![CDATA[").replace(
        "</Geslacht>", "]]></Geslacht>"
    )

    assert lees(anders.strip().encode()).bericht == bericht


@pytest.mark.parametrize(
    "fout",
    [
        {"Onbekend": "x"},
        {"Header": "tekst"},
        {"Client": [{}]},
        {"Client": {"Bsn": {"x": "y"}}},
        {"Client": {"StartProducten": {"StartProduct": {}}}},
        {"Client": {"Bsn": "\x00"}},
        {"Client": {"Bsn": 999900006}},
        {"Client": {"Bsn": "\ud800"}},
    ],
)
def test_wat_niet_past_wordt_niet_geschreven(fout):
    with pytest.raises(NietTeSchrijven) as gezegd:
        schrijf(Bericht("JW305", "3.2", fout))

    assert "999900006" not in str(gezegd.value)


def test_een_bericht_dat_de_release_niet_heeft_wordt_niet_geschreven():
    with pytest.raises(KeyError):
        schrijf(Bericht("JW303", "3.2", {}))


def test_lezen_kan_uit_bytes_uit_een_bestand_en_van_een_pad(tmp_path: Path):
    inhoud = schrijf(maak_bericht(JW305, Random(6)))
    pad = tmp_path / "bericht.xml"
    pad.write_bytes(inhoud)

    uit_bytes = lees(inhoud, bestand="bericht.xml")

    assert lees(pad) == uit_bytes == lees(BytesIO(inhoud), bestand="bericht.xml")


def test_een_declaratie_van_honderdduizend_regels_is_in_enkele_seconden_geschreven():
    soort = standaard.release("3.2").berichtsoorten["JW323"]
    bericht = maak_volledig(soort, Random(7))
    client = bericht.inhoud["Declaratie"]["Clienten"]["Client"][0]
    client["Prestaties"]["Prestatie"] = client["Prestaties"]["Prestatie"][:1] * 10
    bericht.inhoud["Declaratie"]["Clienten"]["Client"] = [client] * 10_000
    begin = time.process_time()
    inhoud = schrijf(bericht)

    assert inhoud.count(b"<jw323:Prestatie>") == 100_000
    assert time.process_time() - begin < 10
