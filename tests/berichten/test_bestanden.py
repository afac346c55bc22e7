"""Which files are read from a delivery, and which are refused with which words."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from paraplu.berichten import Bevinding
from paraplu.berichten.bestanden import MB, Bestand, Grenzen, open_bestanden


def _zip(pad: Path, leden: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden.items():
            archief.writestr(naam, inhoud)
    return pad


def _open(pad: Path, **grenzen: int) -> tuple[dict[str, bytes], dict[str, Bevinding]]:
    gelezen, gemeld = {}, {}
    for stuk in open_bestanden(pad, grenzen=Grenzen(**grenzen)):
        if isinstance(stuk, Bestand):
            with stuk.open() as bron:
                gelezen[stuk.naam] = bron.read()
            assert len(gelezen[stuk.naam]) == stuk.bytes
        else:
            gemeld[stuk.bestand] = stuk
    return gelezen, gemeld


def test_een_map_geeft_alle_berichten_in_vaste_volgorde(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.XML").write_bytes(b"twee")
    (tmp_path / "1.xml").write_bytes(b"een")
    (tmp_path / ".verborgen.xml").write_bytes(b"nee")
    _zip(tmp_path / "c.zip", {"x/3.xml": b"drie", "__MACOSX/x/._3.xml": b"nee"})
    gelezen, gemeld = _open(tmp_path)
    assert list(gelezen.items()) == [
        ("1.xml", b"een"),
        ("c.zip/x/3.xml", b"drie"),
        ("b/2.XML", b"twee"),
    ]
    assert gemeld == {}


def test_wat_geen_xml_is_wordt_overgeslagen_en_gemeld(tmp_path):
    (tmp_path / "lijst.xlsx").write_bytes(b"x")
    _zip(tmp_path / "a.zip", {"leesmij.txt": b"x"})
    gelezen, gemeld = _open(tmp_path)
    assert gelezen == {}
    assert {naam: bevinding.weigert for naam, bevinding in gemeld.items()} == {
        "lijst.xlsx": "",
        "a.zip/leesmij.txt": "",
    }


def test_een_bestand_dat_met_naam_is_gegeven_wordt_gelezen_hoe_het_ook_heet(tmp_path):
    pad = tmp_path / "bericht.txt"
    pad.write_bytes(b"<a/>")
    assert _open(pad)[0] == {"bericht.txt": b"<a/>"}


def test_een_zip_zonder_die_uitgang_is_een_zip(tmp_path):
    assert _open(_zip(tmp_path / "levering.dat", {"1.xml": b"een"}))[0] == {
        "levering.dat/1.xml": b"een"
    }


def test_een_zip_in_een_zip_wordt_geweigerd(tmp_path):
    binnen = _zip(tmp_path / "binnen.zip", {"1.xml": b"een"}).read_bytes()
    gelezen, gemeld = _open(_zip(tmp_path / "a.zip", {"binnen.zip": binnen, "2.xml": b"twee"}))
    assert gelezen == {"a.zip/2.xml": b"twee"}
    assert "zit weer een zip" in gemeld["a.zip/binnen.zip"].tekst


@pytest.mark.parametrize("naam", ["../../weg.xml", "/etc/weg.xml", "C:/weg.xml", "..\\weg.xml"])
def test_een_naam_die_buiten_de_zip_wijst_wordt_geweigerd(tmp_path, naam):
    gelezen, gemeld = _open(_zip(tmp_path / "a.zip", {naam: b"x"}))
    assert gelezen == {}
    [bevinding] = gemeld.values()
    assert bevinding.code == "PAR035"
    assert [pad.name for pad in tmp_path.iterdir()] == ["a.zip"]


def test_een_bestand_dat_te_veel_zwelt_wordt_geweigerd(tmp_path):
    bom = _zip(tmp_path / "a.zip", {"bom.xml": b" " * 4 * MB, "1.xml": os.urandom(MB)})
    gelezen, gemeld = _open(bom, klein=MB)
    assert list(gelezen) == ["a.zip/1.xml"]
    assert gemeld["a.zip/bom.xml"].code == "PAR032"


def test_een_zip_die_als_geheel_te_veel_zwelt_wordt_geweigerd(tmp_path):
    bom = _zip(tmp_path / "a.zip", {f"{n}.xml": b" " * MB for n in range(9)})
    gelezen, gemeld = _open(bom, klein=2 * MB)
    assert gelezen == {}
    assert gemeld["a.zip"].code == "PAR032"


@pytest.mark.parametrize("grens", [{"aantal": 2}, {"samen": 5}])
def test_te_veel_of_te_groot_wordt_geweigerd(tmp_path, grens):
    pad = _zip(tmp_path / "a.zip", {f"{n}.xml": b"xx" for n in range(3)})
    gelezen, gemeld = _open(pad, **grens)
    assert gelezen == {}
    assert gemeld["a.zip"].weigert == "bericht"


def test_een_versleutelde_zip_wordt_bij_naam_genoemd(tmp_path):
    pad = _zip(tmp_path / "a.zip", {"1.xml": b"een"})
    inhoud = bytearray(pad.read_bytes())
    for kenmerk, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        inhoud[inhoud.index(kenmerk) + plek] |= 1
    pad.write_bytes(bytes(inhoud))
    gelezen, gemeld = _open(pad)
    assert gelezen == {}
    assert "wachtwoord" in gemeld["a.zip/1.xml"].tekst


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04rommel", b"rommel"])
def test_een_kapotte_zip_is_een_bevinding(tmp_path, inhoud):
    pad = tmp_path / "a.zip"
    pad.write_bytes(inhoud)
    gelezen, gemeld = _open(pad)
    assert gelezen == {}
    assert "beschadigd" in gemeld["a.zip"].tekst


def test_een_verwijzing_naar_een_ander_bestand_wordt_niet_gevolgd(tmp_path):
    (tmp_path / "elders").mkdir()
    (tmp_path / "map").mkdir()
    doel = tmp_path / "elders" / "1.xml"
    doel.write_bytes(b"een")
    (tmp_path / "map" / "1.xml").symlink_to(doel)
    (tmp_path / "map" / "2").symlink_to(doel.parent)
    gelezen, gemeld = _open(tmp_path / "map")
    assert gelezen == {}
    assert gemeld["1.xml"].code == "PAR039"


def test_een_pad_dat_er_niet_is_is_een_bevinding(tmp_path):
    assert _open(tmp_path / "weg")[1]["weg"].code == "PAR038"
