"""A receipt says where a figure comes from, and never more to another than the figure itself does."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from paraplu.monitor import Periode
from paraplu.monitor.bewijs import make_bewijs
from paraplu.monitor.bewijs.maken import NIET_EIGEN
from paraplu.monitor.indicator import OnbekendeMaat
from paraplu.monitor.verbergen import Kijk, Verborgen
from paraplu.project.opdracht import main

JAAR = Periode.jaar(2023)
ARNHEM = {"gemeente": "0202"}


@pytest.fixture(scope="module")
def bewijs(wereld):
    """The receipt of the inflow of Arnhem."""
    return make_bewijs(wereld, "V2a", periode=JAAR, filters=ARNHEM)


def test_het_bewijs_heeft_dezelfde_cijfers_als_de_waarde(wereld, bewijs):
    cijfers = wereld.waarde("V2a", periode=JAAR, per="alles", filters=ARNHEM).rijen[0].waarden
    assert {maat.sleutel: maat.waarde for maat in bewijs.maten} == cijfers
    assert bewijs.kandidaten == bewijs.geteld + sum(aantal for _reden, aantal in bewijs.afgevallen)


def test_de_leveringen_zijn_die_van_de_berichten_achter_de_regels(wereld, bewijs):
    lijst = wereld.lijst("V2a", periode=JAAR, filters=ARNHEM, hoogstens=None)
    achter = {
        (bericht.levering, bericht.bericht)
        for rij in lijst
        for bericht in wereld.berichten_achter("V2a", rij, periode=JAAR)
        if bericht.soort in {"JW301", "JW305", "JW307"}
    }
    assert lijst
    geteld = Counter(levering for levering, _bericht in achter)
    assert {deel.levering: deel.berichten for deel in bewijs.herkomst.leveringen} == geteld
    assert bewijs.herkomst.eerste == min(deel.dag for deel in bewijs.herkomst.leveringen)


def test_het_noemt_definitie_gegevens_en_berekening(wereld, bewijs):
    assert (bewijs.definitie.code, bewijs.definitie.versie) == ("V2a", 1)
    assert bewijs.gegevens.tabellen == wereld.stand().versies
    assert bewijs.gegevens.dataversie == wereld.dataversie()
    assert bewijs.code.pakket[0].isdigit()
    assert len(bewijs.code.stempel) == 12


def test_van_een_maat_staat_er_van_hoeveel_regels_zij_is_gelezen(wereld):
    gemaakt = make_bewijs(wereld, "V4", periode=JAAR, licht=True)
    regels = {maat.sleutel: maat.regels for maat in gemaakt.maten}
    samen = wereld.lijst("V4", periode=JAAR, maat="samenloop", hoogstens=None)
    assert regels["samenloop"] == len(samen) > 0
    assert regels["kinderen"] == gemaakt.geteld > len(samen)


def test_een_enkele_maat_en_een_onbekende(wereld):
    gemaakt = make_bewijs(wereld, "V2a", periode=JAAR, maat="kinderen", licht=True)
    assert [maat.sleutel for maat in gemaakt.maten] == ["kinderen"]
    with pytest.raises(OnbekendeMaat, match="heeft geen maat 'x'"):
        make_bewijs(wereld, "V2a", periode=JAAR, maat="x", licht=True)


def test_wie_het_gebied_niet_is_krijgt_geen_regels_leveringen_en_bevindingen(wereld):
    ander = Kijk(kring="partijen", drempels=(("", 1000),), eigen=frozenset({("gemeente", "0228")}))
    gemaakt = make_bewijs(wereld, "V2a", periode=JAAR, filters=ARNHEM, kijk=ander)
    assert isinstance(gemaakt.geteld, Verborgen)
    assert isinstance(gemaakt.kandidaten, Verborgen)
    assert {type(maat.regels) for maat in gemaakt.maten} == {Verborgen}
    assert gemaakt.herkomst is gemaakt.raakvlakken is None
    assert gemaakt.verborgen == NIET_EIGEN
    assert gemaakt.als_dict()["geteld"] == {"verborgen": gemaakt.geteld.reden}


def test_wie_het_gebied_wel_is_krijgt_alles(wereld, bewijs):
    eigen = Kijk(kring="partijen", drempels=(("", 1000),), eigen=frozenset({("gemeente", "0202")}))
    gemaakt = make_bewijs(wereld, "V2a", periode=JAAR, filters=ARNHEM, kijk=eigen)
    assert gemaakt == bewijs


@pytest.fixture
def opdracht(tmp_path, wereldmap, monkeypatch, capsys):
    """Run a command over the worlds; gives exit status and what was printed."""
    (tmp_path / "tabellen").symlink_to(wereldmap)
    monkeypatch.setenv("PARAPLU_VAR", str(tmp_path))

    def voer_uit(*woorden: str) -> tuple[int, str]:
        return main(woorden), capsys.readouterr().out

    return voer_uit


def test_de_opdracht_geeft_hetzelfde_bewijs(opdracht, bewijs):
    vraag = ("V2a", "--jaar", "2023", "--gemeente", "0202", "--formaat", "json")
    status, tekst = opdracht("bewijs", *vraag)
    assert (status, json.loads(tekst)) == (0, bewijs.als_dict())
    _, ook = opdracht("monitor", *vraag, "--bon")
    assert ook == tekst
    _, gelezen = opdracht("bewijs", *vraag[:-1], "tabel")
    assert "Definitie versie 1, vingerafdruk" in gelezen
    assert f"met {bewijs.herkomst.berichten} berichten achter dit cijfer" in gelezen


def test_de_lijst_van_een_maat_op_de_opdrachtregel(opdracht, wereld):
    vraag = ("bewijs", "V2a", "--jaar", "2023", "--gemeente", "0202")
    _, tekst = opdracht(*vraag, "--lijst", "--maat", "overdracht_in", "--formaat", "json")
    cijfer = wereld.waarde("V2a", periode=JAAR, per="alles", filters=ARNHEM).rijen[0].waarden
    assert len(json.loads(tekst)) == cijfer["overdracht_in"]
