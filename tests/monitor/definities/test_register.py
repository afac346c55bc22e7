"""The register says by which version each value is counted; a change of the code does not go unseen."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import pytest

from paraplu.monitor import waarden
from paraplu.monitor.definities import (
    OnbekendeDefinitie,
    register,
    vastleggen,
    versie_van,
    versies_van,
)
from paraplu.monitor.definities.opdracht import WAT_TE_DOEN
from paraplu.monitor.definities.reikwijdte import AFLEIDING, stukken
from paraplu.monitor.definities.tekst import schrijf_tekst
from paraplu.monitor.definities.vingerafdruk import _vingerafdruk
from paraplu.monitor.trajecten import KOLOMMEN

CODES = list(waarden.alle())


@pytest.mark.parametrize("code", CODES)
def test_de_berekening_is_die_van_de_versie_in_het_register(code):
    assert versie_van(code).is_van_nu, f"{code}: de berekening is veranderd. {WAT_TE_DOEN}"


def test_de_tekst_is_die_van_de_versie_in_het_register(wereld):
    with wereld.geopend() as geopend:
        anders = vastleggen.vind_anders(
            {
                code: schrijf_tekst(waarden.indicator(code), geopend.trajecten)
                for code in ("V1", "V2a", "V4", "V6c")
            }
        )
    assert anders == {}, WAT_TE_DOEN


def test_elke_afgeleide_tabel_zegt_welke_code_haar_maakt():
    assert AFLEIDING.keys() == KOLOMMEN.keys()


def test_een_onbekende_definitie_of_versie_is_een_zin():
    with pytest.raises(OnbekendeDefinitie, match="geen definitie"):
        versies_van("V9")
    with pytest.raises(OnbekendeDefinitie, match="geen versie 99"):
        versie_van("V1", 99)


BRON = '''
"""A value."""
from ibis import _
from paraplu.monitor.indicator import Maat, indicator, kandidaten

DAGEN = {dagen}  # {opmerking}


def lang(rijen):
    """{tekst}"""
    return rijen.duur {teken} DAGEN


@indicator(
    code="W1", naam="{naam}", vereisten=("R193",), eenheid="aantal", bron="iJW301",
    maten=(Maat(sleutel="aantal", naam="Aantal", eenheid="aantal", soort="{soort}"),),
)
def waarde(trajecten, *, periode, variant):
    """Wat telt."""
    rijen = trajecten.zorgperioden
    return kandidaten(rijen, {{"kort": lang(rijen)}})
'''
GEWOON = {
    "dagen": "47",
    "opmerking": "zo afgesproken",
    "tekst": "Long.",
    "teken": ">",
    "naam": "Waarde",
    "soort": "aantal",
}


@pytest.fixture
def afdruk(tmp_path, monkeypatch):
    """The fingerprint of a small value, with something in its source replaced."""
    monkeypatch.setattr("paraplu.monitor.definities.reikwijdte.BINNEN", ("w_", "paraplu.monitor"))

    def maak(**anders: str) -> str:
        nummer = len(list(tmp_path.iterdir()))
        plek = tmp_path / f"w_{nummer}.py"
        plek.write_text(BRON.format(**{**GEWOON, **anders}))
        spec = importlib.util.spec_from_file_location("w_waarde", plek)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return _vingerafdruk.__wrapped__(module.waarde)

    return maak


@pytest.mark.parametrize(
    "anders", [{"opmerking": "iets anders"}, {"tekst": "Lang."}, {"naam": "Andere naam"}]
)
def test_uitleg_in_de_code_verandert_de_vingerafdruk_niet(afdruk, anders):
    assert afdruk(**anders) == afdruk()


@pytest.mark.parametrize("anders", [{"dagen": "48"}, {"teken": ">="}, {"soort": "uniek"}])
def test_wat_het_cijfer_kan_veranderen_verandert_de_vingerafdruk(afdruk, anders):
    assert afdruk(**anders) != afdruk()


def test_een_ander_begrip_van_maatregel_raakt_elke_waarde_die_erop_rust():
    assert any("met_maatregeleinde" in naam for naam in stukken(waarden.indicator("V2a")))
    assert not any("met_maatregeleinde" in naam for naam in stukken(waarden.indicator("V1")))


@pytest.fixture
def eigen_register(tmp_path, monkeypatch) -> Path:
    """A register with nothing in it."""
    (tmp_path / "register.csv").write_text("code,versie,vingerafdruk,vanaf,reden\n")
    monkeypatch.setattr(register, "_map", lambda: tmp_path)
    register.regels.cache_clear()
    yield tmp_path
    register.regels.cache_clear()


def leg(map_: Path, tekst: str, *, nieuw: bool) -> int:
    return vastleggen.leg_vast(
        "V1", reden="Zomaar.", nieuw=nieuw, op=date(2023, 5, 1), tekst=tekst, map_=map_
    )


def test_een_nieuwe_tekst_vraagt_een_nieuwe_versie(eigen_register):
    assert leg(eigen_register, "Eerste tekst.", nieuw=True) == 1
    with pytest.raises(ValueError, match="vraagt een nieuwe versie"):
        leg(eigen_register, "Andere tekst.", nieuw=False)
    assert leg(eigen_register, "Andere tekst.", nieuw=True) == 2
    assert [versie.tekst for versie in versies_van("V1")] == ["Eerste tekst.", "Andere tekst."]


def test_dezelfde_versie_kan_opnieuw_zijn_geschreven(eigen_register, monkeypatch):
    leg(eigen_register, "De tekst.", nieuw=True)
    with pytest.raises(vastleggen.NietsVeranderd):
        leg(eigen_register, "De tekst.", nieuw=False)
    monkeypatch.setattr(vastleggen, "vingerafdruk", lambda code: "feedfeedfeedfeed")
    assert leg(eigen_register, "De tekst.", nieuw=False) == 1
    versie = versie_van("V1")
    assert [regel.vingerafdruk for regel in versie.regels][-1] == "feedfeedfeedfeed"
    assert not versie.is_van_nu


def test_zonder_eerste_versie_is_er_niets_om_te_houden(eigen_register):
    with pytest.raises(OnbekendeDefinitie):
        leg(eigen_register, "De tekst.", nieuw=False)
    assert vastleggen.vind_anders({"V1": "De tekst."}) == {"V1": "staat niet in het register"}
