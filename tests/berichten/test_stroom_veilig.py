"""Files that try something, or are broken halfway: always findings and a Slot, never an exception."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import pytest

from paraplu.berichten import Bevinding
from paraplu.berichten.stroom import Slot, knippen, lees_stroom
from tests.berichten.declaraties import schrijf_323
from tests.berichten.stroomwegen import WEGEN, lees

LACH = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def _geweigerd(inhoud: bytes, code: str, weg: str = "snel") -> Bevinding:
    lezing = lees(inhoud, weg)
    assert lezing.slot.geweigerd
    [bevinding] = [b for b in lezing.bevindingen if b.code == code]
    assert bevinding.weigert == "bericht"
    return bevinding


@pytest.mark.parametrize("weg", WEGEN)
def test_een_doctype_wordt_geweigerd(weg):
    inhoud = schrijf_323().replace(b"?>", b"?>" + LACH, 1)
    _geweigerd(inhoud, "PAR002", weg)


@pytest.mark.parametrize("weg", WEGEN)
def test_een_entiteit_zonder_verklaring_wordt_geweigerd(weg):
    bevinding = _geweigerd(schrijf_323(9).replace(b"L4-0", b"&lol;"), "PAR001", weg)
    assert bevinding.regel == schrijf_323(9).split(b"L4-0")[0].count(b"\n") + 1


@pytest.mark.parametrize("weg", WEGEN)
def test_te_diepe_elementen_worden_geweigerd(weg):
    diep = b"<a>" * 3000 + b"</a>" * 3000
    _geweigerd(schrijf_323().replace(b"L1-0", diep), "PAR003", weg)


@pytest.mark.parametrize("weg", WEGEN)
def test_een_afgebroken_bestand_wordt_geweigerd(weg):
    inhoud = schrijf_323(9, 3)
    for einde in range(50, len(inhoud) - 20, 997):
        lezing = lees(inhoud[:einde], weg)
        assert lezing.slot.geweigerd
        assert lezing.bevindingen


@pytest.mark.parametrize("weg", WEGEN)
def test_een_teken_dat_geen_utf8_is_heeft_zijn_regel(weg):
    inhoud = schrijf_323(30).replace(b"L20-1", b"R\xff")
    bevinding = _geweigerd(inhoud, "OP192", weg)
    assert bevinding.regel == inhoud.split(b"\xff")[0].count(b"\n") + 1


@pytest.mark.parametrize("weg", WEGEN)
def test_een_attribuut_op_de_wortel_kost_het_bericht(weg):
    xsi = b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x x.xsd"'
    inhoud = schrijf_323(20).replace(b"Bericht xmlns", b"Bericht" + xsi + b" xmlns", 1)
    _geweigerd(inhoud, "PAR005", weg)


@pytest.mark.parametrize("weg", WEGEN)
def test_een_einde_van_client_in_commentaar_knipt_niet(weg):
    zin = b"<!-- </jw323:Client> </jw323:Clienten> --><?x </jw323:Client> ?>"
    schoon = schrijf_323(30)
    lezing = lees(
        schoon.replace(b"<jw323:ToewijzingNummer>", zin + b"<jw323:ToewijzingNummer>"), weg
    )
    assert lezing.rijen == lees(schoon).rijen
    assert lezing.slot == lees(schoon).slot


@pytest.mark.parametrize("weg", WEGEN)
def test_een_client_in_een_client_wordt_gemeld_en_knipt_niet(weg):
    client = b"<jw323:Client><jw323:Bsn>999900006</jw323:Bsn></jw323:Client>"
    inhoud = schrijf_323(6).replace(b"L3-1", client)
    lezing = lees(inhoud, weg)
    assert [b.weigert for b in lezing.bevindingen] == ["regel"]
    assert len(lezing.rijen["declaratie"]) == 11


def test_een_client_die_te_groot_is_om_te_bewaren_wordt_geweigerd(monkeypatch):
    monkeypatch.setattr(knippen, "GROOTST", 20_000)
    monkeypatch.setattr(knippen, "BLOK", 5_000)
    inhoud = schrijf_323(2, 60).replace(b"<jw323:Eenheid>", b"<!-- -->" + b"<jw323:Eenheid>")
    _geweigerd(inhoud, "OP179")


@pytest.mark.parametrize("inhoud", [b"", b" ", b"\x00" * 9, b"<a/>", b"PK\x03\x04", b"<" * 99])
def test_wat_geen_bericht_is_geeft_bevindingen_en_een_geweigerd_slot(inhoud):
    lezing = lees(inhoud)
    assert lezing.kop is None
    assert lezing.bevindingen
    assert lezing.slot == Slot(velden={}, inhoud=b"", regels=0, regels_geweigerd=0, geweigerd=True)


def test_een_beschadigde_zip_is_een_bevinding(tmp_path):
    pad = tmp_path / "a.zip"
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr("a.xml", schrijf_323(200))
    kapot = bytearray(pad.read_bytes())
    kapot[5000] ^= 0xFF
    with zipfile.ZipFile(BytesIO(bytes(kapot))) as archief, archief.open("a.xml") as bron:
        stukken = list(lees_stroom(bron, bestand="a.xml"))
    assert stukken[-1].geweigerd
    assert any(isinstance(stuk, Bevinding) and "beschadigd" in stuk.tekst for stuk in stukken)


@pytest.mark.parametrize("plek", [b"<jw323:Client>", b"<jw323:Prestatie>", b"<jw323:Eenheid>"])
def test_heel_veel_wit_kost_geen_kwadraat_aan_tijd(plek):
    wit = b" " * 1_500_000
    inhoud = schrijf_323(3).replace(plek, wit + b"<jw323:Vreemd/>" + wit + plek, 2)
    begin = time.process_time()
    lezing = lees(inhoud)
    assert time.process_time() - begin < 10
    assert lezing.bevindingen
