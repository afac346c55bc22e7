"""Making a PDF: the same each time, from any thread, and nothing of it stays on the disk."""

from __future__ import annotations

import stat
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from paraplu.web.papier import Alinea, Kop, OngeldigStuk, Verwijzingen, letters, maak_pdf
from tests.web.papier.lezer import lees, stuk, tekst_van, zonder_wit


@pytest.fixture
def zonder_eigen_letter(monkeypatch):
    monkeypatch.setattr(letters, "BRON", Path("/er/is/hier/niets"))
    letters._load.cache_clear()
    yield
    letters._load.cache_clear()


def test_hetzelfde_stuk_geeft_hetzelfde_bestand():
    inhoud = stuk(Kop(1, "Een kop"), Alinea("Een alinea."))
    assert maak_pdf(inhoud) == maak_pdf(inhoud)


def test_een_verwijzing_leidt_naar_het_hele_adres_en_zegt_waarheen():
    adres = "https://paraplu.example/bewijs/V1/?jaar=2022&gebied=regio-CG"
    blad = lees(maak_pdf(stuk(Verwijzingen((("Bewijs van V1", adres),))))).pages[0]
    [merk] = [merk.get_object() for merk in blad["/Annots"]]
    assert (merk["/A"]["/URI"], merk["/Contents"]) == (adres, adres)
    assert "Bewijs van V1" in blad.extract_text()
    assert adres in zonder_wit(blad.extract_text())
    with pytest.raises(OngeldigStuk, match="heel adres"):
        Verwijzingen((("Bewijs", "/bewijs/V1/"),))


def test_uit_veel_draden_tegelijk_komt_ieder_zijn_eigen_stuk():
    with ThreadPoolExecutor(8) as draden:
        bestanden = list(draden.map(lambda n: maak_pdf(stuk(Alinea(f"nummer {n}."))), range(40)))
    for nummer, bestand in enumerate(bestanden):
        assert f"nummer {nummer}." in tekst_van(bestand)


def test_er_komt_geen_bestand_op_de_schijf(tmp_path, monkeypatch):
    maak_pdf(stuk(Alinea("eerst de letters")))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    maak_pdf(stuk(Alinea("vertrouwelijk")))
    tmp_path.chmod(stat.S_IRWXU)
    assert list(tmp_path.iterdir()) == []


def test_zonder_npm_pakketten_is_er_de_letter_van_typst(zonder_eigen_letter):
    bestand = maak_pdf(stuk(Alinea("Zonder onze letter: é ź Ελλάς.")))
    assert b"LibertinusSerif" in bestand
    assert b"AtkinsonParaplu" not in bestand


def test_de_letters_worden_een_keer_uitgepakt(tmp_path):
    letters.load_letters(tmp_path)
    (plaats,) = tmp_path.iterdir()
    tijden = {pad.name: pad.stat().st_mtime_ns for pad in plaats.iterdir()}
    assert sorted(tijden) == [
        "Atkinson-Paraplu-Bold.ttf",
        "Atkinson-Paraplu-Ext-Bold.ttf",
        "Atkinson-Paraplu-Ext-Regular.ttf",
        "Atkinson-Paraplu-Regular.ttf",
    ]
    letters._load.cache_clear()
    letters.load_letters(tmp_path)
    assert {pad.name: pad.stat().st_mtime_ns for pad in plaats.iterdir()} == tijden


def test_pakken_er_veel_tegelijk_uit_dan_staan_de_letters_er_een_keer(tmp_path):
    bestanden = letters._list_bron()
    with ThreadPoolExecutor(8) as draden:
        plaatsen = set(draden.map(lambda _: letters._unpack(bestanden, tmp_path), range(24)))
    assert list(tmp_path.iterdir()) == list(plaatsen)
    assert len(list(plaatsen.pop().iterdir())) == 4


def test_wat_geen_webletter_is_wordt_geweigerd():
    with pytest.raises(ValueError, match="WOFF"):
        letters.unpack_woff(b"wOF2" + bytes(60), "x", "Regular")
