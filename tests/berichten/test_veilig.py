"""Wat een bestand ook probeert: het lezen blijft snel, leest niets anders, en zegt waarom het weigert."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.berichten import codes, controleer, lees, schrijf, standaard
from paraplu.berichten.boom import HOOGSTENS_ELEMENTEN
from paraplu.berichten.lezer import HOOGSTENS, HOOGSTENS_BEVINDINGEN, LEESBAAR
from paraplu.berichten.stroom import lees_stroom
from tests.berichten.maak import maak_volledig
from tests.berichten.structuur import van_structuur

JW315 = standaard.release("3.2").berichtsoorten["JW315"]
GELDIG = schrijf(maak_volledig(JW315, Random(1)))
KOP = b'<?xml version="1.0" encoding="UTF-8"?>\r\n'
BOM = b"\xef\xbb\xbf"
BOMMETJE = (
    b'<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def met_aanhef(aanhef: bytes) -> bytes:
    return GELDIG.replace(KOP, KOP + aanhef)


@pytest.mark.parametrize(
    "aanhef",
    [
        BOMMETJE,
        b'<!DOCTYPE b SYSTEM "http://127.0.0.1/x.dtd">',
        b'<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b"<!-- <a> --> <?p q?>\n<!DOCTYPE b>",
        b"<!doctype b>",
    ],
)
def test_een_doctype_wordt_geweigerd(aanhef: bytes):
    (bevinding,) = controleer(met_aanhef(aanhef))

    assert (bevinding.code, bevinding.weigert) == (codes.DOCTYPE, "bericht")


def test_een_doctype_in_commentaar_is_geen_doctype():
    assert van_structuur(controleer(met_aanhef(b"<!-- <!DOCTYPE b> -->"))) == ()


@pytest.mark.parametrize(
    ("codering", "naam"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_een_andere_codering_wordt_geweigerd_en_genoemd(codering: str, naam: str):
    (bevinding,) = controleer(GELDIG.decode().replace("UTF-8", codering).encode(codering))

    assert (bevinding.code, bevinding.weigert) == ("OP192", "bericht")
    assert f" {naam}." in bevinding.tekst


@pytest.mark.parametrize(
    ("opgave", "naam"),
    [
        (b"ISO-8859-1", "ISO8859-1"),
        (b"windows-1252", "CP1252"),
        (b"us-ascii", "ASCII"),
        (b"x999900006", "een onbekende codering"),
    ],
)
def test_een_andere_opgegeven_codering_wordt_geweigerd_en_genoemd(opgave: bytes, naam: str):
    (bevinding,) = controleer(GELDIG.replace(b'"UTF-8"', b"'" + opgave + b"'"))

    assert (bevinding.code, bevinding.weigert) == ("OP192", "bericht")
    assert f" {naam}." in bevinding.tekst


def test_een_byte_order_mark_mag_maar_wordt_genoemd():
    (bevinding,) = van_structuur(controleer(BOM + GELDIG))

    assert (bevinding.code, bevinding.weigert, bevinding.regel) == ("OP192", "", 1)
    assert lees(BOM + GELDIG).bericht == lees(GELDIG).bericht


@pytest.mark.parametrize("bytes_", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"])
def test_gebroken_utf8_wordt_geweigerd_met_de_regel(bytes_: bytes):
    gebroken = GELDIG.replace(b"<ijw:Taal>", b"").replace(
        b"</jw315:Client>", bytes_ + b"</jw315:Client>"
    )
    (bevinding,) = controleer(gebroken)

    assert (bevinding.code, bevinding.weigert) == ("OP192", "bericht")
    assert bevinding.regel == gebroken[: gebroken.rindex(bytes_)].count(b"\n") + 1


@pytest.mark.parametrize(
    ("inhoud", "code", "stukje"),
    [
        (b"", "PAR001", "leeg"),
        (b"PK\x03\x04 zip", "PAR001", "begint niet met XML"),
        (b'{"json": 1}', "PAR001", "begint niet met XML"),
        (GELDIG[:-20], "PAR001", "houdt te vroeg op"),
        (GELDIG + b"<a/>", "PAR001", "Na het einde"),
        (GELDIG.replace(b"</jw315:Client>", b"</jw315:Clint>"), "PAR001", "niet goed afgesloten"),
        (GELDIG.replace(b"</jw315:Client>", b"&bom;</jw315:Client>"), "PAR001", "&-code"),
        (GELDIG.replace(b"</jw315:Client>", b"\x01</jw315:Client>"), "PAR001", "niet in XML mag"),
        (GELDIG.replace(b"xmlns:ijw", b"xmlns:q"), "PAR001", "prefix"),
        (b"<a/>", "PAR004", "geen iJW-bericht"),
        (GELDIG.replace(b"/3_2/", b"/2_4/"), "PAR004", "iJW 2.4"),
        (GELDIG.replace(b"/ijw/3_2/", b"/iwmo/3_2/"), "PAR004", "iWmo 3.2"),
        (
            GELDIG.replace(b":Bericht>", b":Brief>").replace(b":Bericht ", b":Brief "),
            "PAR004",
            "element Bericht",
        ),
    ],
)
def test_wat_geen_bericht_is_wordt_geweigerd_met_een_reden(inhoud: bytes, code: str, stukje: str):
    (bevinding,) = controleer(inhoud)

    assert (bevinding.code, bevinding.weigert) == (code, "bericht")
    assert stukje in bevinding.tekst


@pytest.mark.parametrize("diepte", [300, 100_000])
def test_diepe_nesting_wordt_geweigerd(diepte: int):
    diep = GELDIG.replace(
        b"</jw315:Client>", b"<a>" * diepte + b"</a>" * diepte + b"</jw315:Client>"
    )
    (bevinding,) = controleer(diep)

    assert (bevinding.code, bevinding.weigert) == (codes.TE_DIEP, "bericht")


def test_een_reusachtige_tekst_wordt_geweigerd():
    (bevinding,) = controleer(GELDIG.replace(b"<ijw:Naam>", b"<ijw:Naam>" + b"x" * 11_000_000))

    assert (bevinding.code, bevinding.weigert) == (codes.TE_GROOT, "bericht")


@pytest.mark.parametrize(
    "tekst", ["." * 200_000, " " * 200_000, "x" * 200_000 + "\n", ". \n" * 60_000]
)
@pytest.mark.parametrize("element", ["Commentaar", "GezagsdragerBekend"])
def test_een_lange_tekst_houdt_de_lezer_niet_op(element: str, tekst: str):
    """The pattern of Commentaar in the standard is exponential, that of names quadratic."""
    gemaakt = maak_volledig(JW315, Random(2))
    gemaakt.inhoud["Client"][element] = tekst
    gemaakt.inhoud["Client"]["Naam"]["Geslachtsnaam"]["Achternaam"] = tekst
    begin = time.process_time()
    bevindingen = controleer(schrijf(gemaakt))

    assert time.process_time() - begin < 2
    assert "RS028" in [een.code for een in bevindingen] or not tekst.strip()


def test_miljoenen_lege_elementen_worden_geweigerd_voor_zij_geheugen_kosten():
    vloed = b"<x/>" * (HOOGSTENS_ELEMENTEN + 1) + b"</jw315:Client>"
    (bevinding,) = controleer(GELDIG.replace(b"</jw315:Client>", vloed))

    assert (bevinding.code, bevinding.weigert) == (codes.TE_GROOT, "bericht")


def test_veel_fouten_zijn_snel_gevonden():
    soort = standaard.release("3.2").berichtsoorten["JW323"]
    gemaakt = maak_volledig(soort, Random(3))
    client = gemaakt.inhoud["Declaratie"]["Clienten"]["Client"][0] | {"Bsn": "111111111"}
    gemaakt.inhoud["Declaratie"]["Clienten"]["Client"] = [client] * 5_000
    begin = time.process_time()

    assert len(van_structuur(controleer(schrijf(gemaakt)))) == 5_000
    assert time.process_time() - begin < 10


def test_een_vloed_van_fouten_wordt_afgekapt_en_kost_het_bericht():
    """Each of the lines has eight faults; lxml would write the path of each, counting the lines."""
    soort = standaard.release("3.2").berichtsoorten["JW323"]
    inhoud = schrijf(maak_volledig(soort, Random(4)))
    vloed = b"<jw323:Prestatie/>" * 50_000 + b"</jw323:Prestaties>"
    begin = time.process_time()
    bevindingen = controleer(inhoud.replace(b"</jw323:Prestaties>", vloed, 1))

    assert len(bevindingen) == HOOGSTENS_BEVINDINGEN + 1
    assert [een.weigert for een in bevindingen if een.code == codes.TE_VEEL] == ["bericht"]
    assert time.process_time() - begin < 15


def test_een_bestand_boven_25_mb_mag_maar_wordt_genoemd():
    groot = GELDIG.replace(b"<jw315:", b"\n" * (HOOGSTENS // 10) + b"<jw315:", 11)
    gelezen = lees(groot)

    gevonden = van_structuur(gelezen.bevindingen)

    assert [(een.code, een.weigert) for een in gevonden] == [("OP179", "")]
    assert gelezen.bericht == lees(GELDIG).bericht


def test_een_bestand_dat_niet_in_een_keer_te_lezen_is_wordt_geweigerd(tmp_path: Path):
    pad = tmp_path / "groot.xml"
    with pad.open("wb") as bestand:
        bestand.truncate(LEESBAAR + 1)
    gelezen = lees(pad)

    assert gelezen.bericht is None
    assert [(een.code, een.weigert) for een in gelezen.bevindingen] == [("OP179", "bericht")]


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_willekeurige_bytes_geven_altijd_een_bevinding(inhoud: bytes):
    assert [een.weigert for een in controleer(inhoud)][-1:] == ["bericht"]


@given(st.integers(0, len(GELDIG) - 1), st.binary(min_size=1, max_size=3), st.integers(0, 5))
@settings(max_examples=300, deadline=None)
def test_een_beschadigd_bericht_wordt_gelezen_of_geweigerd(plek: int, ander: bytes, weg: int):
    inhoud = GELDIG[:plek] + ander + GELDIG[plek + weg :]
    gelezen = lees(inhoud)

    assert (gelezen.bericht is None) == any(een.weigert == "bericht" for een in gelezen.bevindingen)


@pytest.mark.parametrize(
    "verklaring",
    [
        b'<?xml version="1.0" encodi^g="UTF-8"?>',
        b"<?xml version=\"1.0' encoding='UTF-8\"?>",
        b'<?xml encoding="UTF-8"?>',
        b'<?xml version="1.0" encoding="UTF-8" x?>',
    ],
)
def test_een_kapotte_xml_verklaring_wordt_in_elke_leesweg_geweigerd(verklaring: bytes):
    inhoud = GELDIG.replace(KOP.strip(), verklaring)

    *_, slot = lees_stroom(BytesIO(inhoud), bestand="proef.xml")

    assert lees(inhoud).bericht is None
    assert slot.geweigerd
