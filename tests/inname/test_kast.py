"""Kept files: encrypted, under a name that says nothing, read back from any place."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.inname.envelop import BLOK, Envelop, seal
from paraplu.inname.fouten import BestandBeschadigd
from paraplu.inname.kast import Kast
from paraplu.inname.levering import Levering

SLEUTEL = bytes(range(32))


def dicht(inhoud: bytes, naam: str = "bericht.xml") -> bytes:
    doel = io.BytesIO()
    seal(io.BytesIO(inhoud), doel, sleutel=SLEUTEL, naam=naam)
    return doel.getvalue()


@pytest.fixture
def kast(tmp_path: Path) -> Kast:
    return Kast(tmp_path / "kast", SLEUTEL)


@pytest.mark.parametrize("lengte", [0, 1, BLOK - 1, BLOK, BLOK + 1, 2 * BLOK, 2 * BLOK + 7])
def test_wat_in_een_envelop_gaat_komt_er_zo_uit(lengte: int):
    inhoud = (bytes(range(251)) * (lengte // 251 + 1))[:lengte]
    envelop = Envelop(io.BytesIO(dicht(inhoud)), sleutel=SLEUTEL)
    assert (envelop.naam, envelop.lengte) == ("bericht.xml", lengte)
    assert envelop.read() == inhoud


GROOT = b"".join(i.to_bytes(4, "big") for i in range(BLOK // 2 + 10))
GROOT_DICHT = dicht(GROOT)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2 * BLOK + 100), st.integers(0, 3000))
def test_een_envelop_is_vanaf_elke_plek_te_lezen(plek: int, aantal: int):
    envelop = io.BufferedReader(Envelop(io.BytesIO(GROOT_DICHT), sleutel=SLEUTEL))
    envelop.seek(plek)
    assert envelop.read(aantal) == GROOT[plek : plek + aantal]


@pytest.mark.parametrize("plek", [9, 30, 40, BLOK // 2, -1])
def test_een_veranderde_byte_wordt_gezien(plek: int):
    bytes_dicht = bytearray(dicht(b"x" * BLOK))
    bytes_dicht[plek] ^= 1
    with pytest.raises(BestandBeschadigd):
        Envelop(io.BytesIO(bytes(bytes_dicht)), sleutel=SLEUTEL).read()


@pytest.mark.parametrize("lengte", [0, 5, BLOK, 2 * BLOK])
def test_een_afgekapt_bestand_wordt_gezien(lengte: int):
    heel = dicht(b"x" * lengte)
    eraf = BLOK + 16 if lengte > BLOK else 16
    with pytest.raises(BestandBeschadigd):
        Envelop(io.BytesIO(heel[:-eraf]), sleutel=SLEUTEL).read()


def test_met_een_andere_sleutel_gaat_niets_open():
    with pytest.raises(BestandBeschadigd, match="sleutel"):
        Envelop(io.BytesIO(dicht(b"geheim")), sleutel=bytes(32))


def test_dezelfde_inhoud_wordt_een_keer_bewaard(kast: Kast):
    een = kast.keep(io.BytesIO(b"inhoud"), naam="a.xml")
    twee = kast.keep(io.BytesIO(b"inhoud"), naam="b.xml")
    assert een.bestand == twee.bestand
    assert len([p for p in kast.plaats.rglob("*") if p.is_file()]) == 2  # and the naamsleutel


def test_in_de_kast_staat_niets_leesbaars(kast: Kast):
    bewaard = kast.keep(io.BytesIO(b"999900006 Jansen" * 100), naam="Jansen.xml")
    kast.note(Levering(levering="ab12", dag=date(2023, 1, 1), brenger="Ede", bestanden=(bewaard,)))
    for pad in kast.plaats.rglob("*"):
        assert "Jansen" not in pad.name
        if pad.is_file():
            assert b"Jansen" not in pad.read_bytes()
            assert b"Ede" not in pad.read_bytes()
            assert pad.stat().st_mode & 0o077 == 0


def test_een_zip_is_te_lezen_zoals_hij_bewaard_is(kast: Kast):
    zip_ = io.BytesIO()
    with zipfile.ZipFile(zip_, "w") as bron:
        bron.writestr("een.xml", b"1" * (BLOK + 3))
        bron.writestr("twee.xml", b"2")
    bewaard = kast.keep(io.BytesIO(zip_.getvalue()), naam="a.zip")
    with kast.open(bewaard.bestand) as stroom, zipfile.ZipFile(stroom) as terug:
        assert terug.read("twee.xml") == b"2"
        assert len(terug.read("een.xml")) == BLOK + 3


def test_een_levering_wordt_opgeschreven_en_teruggelezen(kast: Kast):
    bewaard = kast.keep(io.BytesIO(b"x"), naam="a.xml")
    levering = Levering(levering="ab12", dag=date(2023, 1, 1), brenger="Ede", bestanden=(bewaard,))
    kast.note(levering)
    kast.note(levering)
    assert list(kast.deliveries()) == [levering]


def test_het_nummer_van_een_levering_hangt_niet_af_van_de_volgorde(kast: Kast):
    def nummer(**anders: object) -> str:
        velden = {"dag": date(2023, 1, 1), "brenger": "Ede", "bestanden": ["a", "b"]} | anders
        return kast.delivery_number(**velden)

    assert nummer() == nummer(bestanden=["b", "a", "a"])
    assert nummer() != nummer(dag=date(2023, 1, 2))
    assert nummer() != nummer(brenger="Tiel")


def test_namen_blijven_gelijk_als_de_kast_een_andere_sleutel_krijgt(kast: Kast, tmp_path: Path):
    bewaard = kast.keep(io.BytesIO(b"inhoud"), naam="a.xml")
    kast.copy_to(tmp_path / "nieuw", bytes(32))
    nieuw = Kast(tmp_path / "nieuw", bytes(32))
    assert nieuw.open(bewaard.bestand).read() == b"inhoud"
    assert nieuw.keep(io.BytesIO(b"inhoud"), naam="a.xml") == bewaard
