"""Keys: made once, readable by the owner only, and never silently made anew."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from paraplu.afspraken.plaats import bestanden_map, sleutels_map, tabellen_map
from paraplu.inname.fouten import SleutelFout
from paraplu.inname.inrichting import open_kast
from paraplu.inname.sleutels import find_sleutel, new_sleutel, next_sleutel


def vind(*, in_gebruik: bool = False):
    return find_sleutel("kind", plaats=tabellen_map(), in_gebruik=in_gebruik)


def test_de_eerste_keer_komt_er_een_sleutel_en_daarna_dezelfde(var: Path):
    assert vind() == vind(in_gebruik=True)
    (bestand,) = sleutels_map().iterdir()
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert sleutels_map().stat().st_mode & 0o777 == 0o700


def test_een_ontbrekende_sleutel_wordt_niet_stil_vervangen(var: Path):
    vind()
    for bestand in sleutels_map().iterdir():
        bestand.unlink()
    with pytest.raises(SleutelFout, match="ontbreekt"):
        vind()


def test_zonder_sleutel_maar_met_bewaarde_bestanden_is_een_fout(var: Path):
    open_kast()
    (bestanden_map() / "sleutel.kenmerk").unlink()
    for bestand in sleutels_map().iterdir():
        bestand.unlink()
    with pytest.raises(SleutelFout, match="bewaarde bestanden"):
        open_kast()


def test_een_andere_sleutel_uit_de_omgeving_wordt_geweigerd(var, monkeypatch):
    vind()
    monkeypatch.setenv("PARAPLU_SLEUTEL_KIND", base64.b64encode(bytes(32)).decode())
    with pytest.raises(SleutelFout, match="andere"):
        vind()


def test_de_omgeving_gaat_voor_en_dan_komt_er_geen_bestand(var, monkeypatch):
    monkeypatch.setenv("PARAPLU_SLEUTEL_KIND", base64.b64encode(bytes(32)).decode())
    assert vind().waarde == bytes(32)
    assert not sleutels_map().exists()


@pytest.mark.parametrize("tekst", ["geen base64!", "a2xlaW4="])
def test_een_sleutel_die_geen_sleutel_is(var, monkeypatch, tekst: str):
    monkeypatch.setenv("PARAPLU_SLEUTEL_KIND", tekst)
    with pytest.raises(SleutelFout, match="geen sleutel"):
        vind()


def test_wisselen_met_de_omgeving_vraagt_om_de_nieuwe(var, monkeypatch):
    monkeypatch.setenv("PARAPLU_SLEUTEL_KIND", base64.b64encode(bytes(32)).decode())
    with pytest.raises(SleutelFout, match="PARAPLU_SLEUTEL_KIND_NIEUW"):
        next_sleutel("kind")


def test_sleutels_liggen_nooit_bij_de_tabellen(var, monkeypatch):
    monkeypatch.setattr("paraplu.inname.sleutels.sleutels_map", lambda: tabellen_map() / "sleutels")
    with pytest.raises(SleutelFout, match="niet bij de tabellen"):
        new_sleutel("kind")


def test_een_sleutel_toont_zichzelf_niet(var: Path):
    sleutel = vind()
    assert str(sleutel.waarde) not in repr(sleutel)
    assert base64.b64encode(sleutel.waarde).decode() not in repr(sleutel)
