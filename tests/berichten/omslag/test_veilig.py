"""Wat een envelop ook inhoudt: openen blijft snel, leest niets anders en loopt niet vol."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.berichten import controleer, lees
from paraplu.berichten.omslag import open_omslag, openen
from tests.berichten.omslag import envelopen as env

BERICHT = env.bericht()


@pytest.fixture(autouse=True)
def snel():
    """Seconds of this process, so that a busy machine is no fault."""
    begin = time.process_time()
    yield
    assert time.process_time() - begin < 5


def codes_in(inhoud: bytes) -> list[str]:
    """What is wrong with the file; the content of a random message may break rules."""
    gevonden = [bevinding.code for bevinding in controleer(inhoud)]
    return [code for code in gevonden if code.startswith("PAR") or code == "OP192"]


def test_base64_van_tweehonderd_megabyte_wordt_geweigerd():
    groot = b"%s%s%s" % (b"<e:Envelope xmlns:e='", env.SOAP.encode(), b"'>") + b"A" * 200_000_000
    omslag = open_omslag(groot, bestand="")

    assert [b.code for b in omslag.bevindingen] == ["PAR045"]


def test_een_zipbom_in_een_envelop_wordt_geweigerd():
    bom = env.in_zip(b" " * 40_000_000)

    assert codes_in(env.vecozo(env.b64(bom))) == ["PAR032"]


def test_een_zip_in_een_zip_in_een_envelop_wordt_geweigerd():
    dubbel = env.in_zip(env.in_zip(BERICHT), "binnen.zip")

    assert codes_in(env.vecozo(env.b64(dubbel))) == ["PAR033"]


def test_een_envelop_vol_kleine_stukken_houdt_de_lezer_niet_op():
    stuk = f"<a>&lt;{'x' * 80}/&gt;</a>"
    (bevinding,) = open_omslag(env.soap(stuk * 10_000), bestand="").bevindingen

    assert bevinding.code == "PAR045"


def test_veel_zips_in_een_envelop_lopen_niet_vol(monkeypatch):
    monkeypatch.setattr(openen, "UITGEPAKT", 3_000_000)
    zip_ = env.b64(env.in_zip(b"<a>" + b" " * 2_000_000 + b"</a>"))
    omslag = open_omslag(env.soap(f"<d>{zip_}</d>" * 50), bestand="")

    assert omslag.bevindingen[-1].code == "PAR045"
    assert len(omslag.berichten) == 2


def test_een_beschadigde_zip_in_een_envelop_wordt_genoemd():
    kapot = env.in_zip(BERICHT)[:-30]

    assert codes_in(env.vecozo(env.b64(kapot))) == ["PAR031"]


@pytest.mark.parametrize("vorm", ["in base64", "als ontsnapte tekst"])
def test_een_envelop_in_een_envelop_gaat_open_een_derde_niet(vorm: str):
    pak = env.IN[vorm]
    twee = env.soap(pak(env.ggk(env.b64(BERICHT))))
    drie = env.soap(pak(env.soap(pak(env.ggk(env.b64(BERICHT))))))

    assert lees(twee).bericht == lees(BERICHT).bericht
    assert "PAR044" in codes_in(drie)
    assert lees(drie).bericht is None


def test_vijftig_envelopen_in_elkaar_worden_geweigerd():
    inhoud = BERICHT
    for _ in range(8):
        inhoud = env.soap(env.b64(inhoud))
    assert codes_in(inhoud) == ["PAR044"]

    elementen = env.kaal(BERICHT)
    for _ in range(50):
        elementen = env.soap(elementen).decode()
    assert codes_in(elementen.encode()) == ["PAR044"]


def test_vijftigduizend_envelopen_in_elkaar_worden_geweigerd():
    begin = f'<e:Envelope xmlns:e="{env.SOAP}">'.encode()
    inhoud = begin * 50_000 + b"</e:Envelope>" * 50_000

    assert lees(inhoud).bericht is None


def test_entiteiten_in_een_envelop_worden_niet_uitgeschreven():
    bom = b'<!DOCTYPE e [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    inhoud = env.eigen(f"&b;{env.kaal(BERICHT)}")

    assert codes_in(bom + inhoud) == ["PAR002"]
    assert open_omslag(bom + inhoud, bestand="") is None
    assert open_omslag((bom + inhoud).decode().encode("utf-16"), bestand="") is None


def test_een_doctype_in_het_bericht_in_de_envelop_wordt_geweigerd():
    met = BERICHT.replace(b"?>\r\n", b"?>\r\n<!DOCTYPE b>", 1)

    assert codes_in(env.ggk(env.b64(met))) == ["PAR040", "PAR002"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_willekeurige_bytes_geven_hoogstens_een_bevinding(rommel: bytes):
    for om in (env.ggk, env.vecozo, env.eigen):
        assert lees(om(env.b64(rommel))).bericht is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_een_verminkte_envelop_laat_de_lezer_niet_vallen(data):
    goed = env.vecozo(env.b64(env.in_zip(BERICHT)))
    plek = data.draw(st.integers(0, len(goed) - 1))
    verminkt = goed[:plek] + data.draw(st.binary(max_size=6)) + goed[plek + 1 :]
    controleer(verminkt)
