"""Een controle zegt van elk bestand wat het is, wat eraan mankeert en wat een ontvanger ermee doet."""

from __future__ import annotations

import io
import time
import tracemalloc
from pathlib import Path

import pytest

from paraplu.berichten import Bevinding, controleer
from paraplu.berichten.verslag import (
    Begin,
    Begrensd,
    Bronbestand,
    Einde,
    Telling,
    keur_bestanden,
    keur_paden,
    keuren,
    verzamel,
)
from tests.berichten.verslag.conftest import FOUT, GOED
from tests.inname.post import maak_zip


def einden(gebeurtenissen) -> dict[str, Einde]:
    return {g.begin.bestand: g for g in gebeurtenissen if isinstance(g, Einde)}


def test_elk_bestand_krijgt_een_oordeel_en_zijn_soort(post):
    per_bestand = einden(keur_paden([post]))
    kort = {
        naam.removeprefix(f"{post}/"): (e.begin.soort, e.begin.release, e.oordeel)
        for naam, e in per_bestand.items()
    }
    assert kort == {
        "goed.xml": ("JW301", "2.3", "goed"),
        "sub/post.zip/fout.xml": ("JW301", "2.3", "met opmerkingen"),
        "z-leeg.xml": ("", "", "geweigerd"),
    }


def test_de_bevindingen_zijn_die_van_de_controle_zelf(tmp_path):
    pad = tmp_path / "fout.xml"
    pad.write_bytes(FOUT)
    gevonden = [g for g in keur_paden([pad]) if isinstance(g, Bevinding)]
    assert gevonden == list(controleer(FOUT, bestand=str(pad)))
    assert gevonden


def test_een_groot_bestand_gaat_in_een_stroom_met_dezelfde_bevindingen(post, monkeypatch):
    heel = [g for g in keur_paden([post]) if isinstance(g, Bevinding)]
    monkeypatch.setattr(keuren, "HOOGSTENS", 10)
    assert [g for g in keur_paden([post]) if isinstance(g, Bevinding)] == heel


@pytest.mark.parametrize("grens", [keuren.HOOGSTENS, 10])
def test_een_bestand_dat_niet_op_schijf_staat_kan_ook(grens, post, monkeypatch):
    monkeypatch.setattr(keuren, "HOOGSTENS", grens)
    zip_ = maak_zip({"goed.xml": GOED, "fout.xml": FOUT})
    bron = [Bronbestand("a.zip", io.BytesIO(zip_)), Bronbestand("b.xml", io.BytesIO(GOED))]
    oordelen = {naam: e.oordeel for naam, e in einden(keur_bestanden(bron)).items()}
    assert oordelen == {
        "a.zip/goed.xml": "goed",
        "a.zip/fout.xml": "met opmerkingen",
        "b.xml": "goed",
    }


def test_met_een_code_komen_alleen_die_bevindingen_en_blijft_het_oordeel(post):
    gebeurtenissen = list(keur_paden([post], codes=frozenset({"CS002"})))
    assert not [g for g in gebeurtenissen if isinstance(g, Bevinding)]
    leeg = einden(gebeurtenissen)[f"{post}/z-leeg.xml"]
    assert (leeg.oordeel, leeg.aantal, leeg.getoond) == ("geweigerd", 1, 0)


@pytest.mark.parametrize("naam", ["weg.xml", "lege map"])
def test_wat_er_niet_is_telt_als_niet_gelezen(naam, tmp_path):
    (tmp_path / "lege map").mkdir()
    telling = Telling()
    for gebeurtenis in keur_paden([tmp_path / naam], codes=frozenset({"CS002"})):
        telling.tel(gebeurtenis)
    assert (telling.bestanden, telling.niet_gelezen, telling.bevindingen) == (1, 1, 1)


def test_een_bestand_dat_niet_open_mag_houdt_de_rest_niet_tegen(post, monkeypatch):
    gewoon = Path.open

    def dicht(self, *args, **kwargs):
        if self.name == "goed.xml":
            raise PermissionError(13, "mag niet", str(self))
        return gewoon(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", dicht)
    per_bestand = einden(keur_paden([post / "goed.xml", post / "sub"]))
    assert not per_bestand[f"{post}/goed.xml"].gelezen
    assert per_bestand[f"{post}/sub/post.zip/fout.xml"].gelezen


def test_een_beschadigd_lid_van_een_zip_is_een_bevinding(tmp_path):
    inhoud = bytearray(maak_zip({"a.xml": GOED, "b.xml": GOED}))
    plek = inhoud.index(b"a.xml") + 200
    inhoud[plek : plek + 40] = bytes(40)
    pad = tmp_path / "stuk.zip"
    pad.write_bytes(inhoud)
    per_bestand = einden(keur_paden([pad]))
    assert per_bestand[f"{pad}/a.xml"].oordeel == "geweigerd"
    assert per_bestand[f"{pad}/b.xml"].oordeel == "goed"


def test_een_datum_van_morgen_hangt_van_vandaag_af(monkeypatch, tmp_path):
    gevraagd = []
    monkeypatch.setattr(
        keuren, "controleer", lambda inhoud, **wat: gevraagd.append(wat["vandaag"]) or ()
    )
    (tmp_path / "a.xml").write_bytes(GOED)
    list(keur_paden([tmp_path], vandaag="vandaag"))
    assert gevraagd == ["vandaag"]


def test_duizenden_bestanden_kosten_niet_meer_geheugen_dan_een(monkeypatch, tmp_path):
    monkeypatch.setattr(keuren, "controleer", lambda inhoud, **_: ())
    for nummer in range(400):
        (tmp_path / f"{nummer}.xml").write_bytes(b"<a>" + b"x" * 50_000)
    tracemalloc.start()
    for _gebeurtenis in keur_paden([tmp_path]):
        pass
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert piek < 3_000_000


def test_een_pagina_houdt_niet_meer_vast_dan_erop_past(post):
    for nummer in range(6):
        (post / f"y{nummer}.xml").write_bytes(b"")
    verslag = verzamel(keur_paden([post]), per_bestand=1, samen=3, bestanden=4)
    assert verslag.telling.bestanden == 9
    assert len(verslag.bestanden) == 4
    assert verslag.niet_genoemd == 5
    assert "goed" not in {een.einde.oordeel for een in verslag.bestanden}
    assert sum(len(een.bevindingen) for een in verslag.bestanden) <= 3
    assert verslag.telling.bevindingen == 8


def test_als_de_tijd_om_is_begint_er_geen_bestand_meer(post):
    verslag = verzamel(Begrensd(keur_paden([post]), tot=time.monotonic() - 1, bevindingen=99))
    assert verslag.afgebroken
    assert verslag.telling.bestanden == 0
    ruim = Begrensd(keur_paden([post]), tot=time.monotonic() + 60, bevindingen=99)
    assert not verzamel(ruim).afgebroken


def test_als_er_genoeg_is_gevonden_begint_er_geen_bestand_meer(post):
    ruim = time.monotonic() + 60
    verslag = verzamel(Begrensd(keur_paden([post]), tot=ruim, bevindingen=1))
    assert (verslag.telling.bestanden, verslag.afgebroken) == (2, True)
    assert not verzamel(Begrensd(keur_paden([post]), tot=ruim, bevindingen=2)).afgebroken


def test_een_bericht_waarover_de_controle_struikelt_houdt_de_rest_niet_tegen(
    post, monkeypatch, caplog
):
    def stuk(inhoud, **_):
        if inhoud == GOED:
            raise ValueError("999900006 Jansen")
        return ()

    monkeypatch.setattr(keuren, "controleer", stuk)
    gebeurtenissen = list(keur_paden([post]))
    [bevinding] = [g for g in gebeurtenissen if isinstance(g, Bevinding)]
    assert (bevinding.code, "ValueError" in bevinding.tekst) == ("PAR091", True)
    assert "999900006" not in bevinding.tekst + caplog.text
    assert len(einden(gebeurtenissen)) == 3


def test_wat_het_ergst_is_staat_vooraan(post):
    oordelen = [een.einde.oordeel for een in verzamel(keur_paden([post])).gesorteerd]
    assert oordelen == ["geweigerd", "met opmerkingen", "goed"]


@pytest.mark.parametrize(
    "begin", [b"", b"<a>", b"\xff\xfe<", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', b"<a xmlns='x'/>"]
)
def test_wat_niet_zegt_welk_bericht_het_is_heeft_geen_soort(begin, tmp_path):
    (tmp_path / "a.xml").write_bytes(begin)
    kop = next(g for g in keur_paden([tmp_path]) if isinstance(g, Begin))
    assert (kop.soort, kop.release) == ("", "")
