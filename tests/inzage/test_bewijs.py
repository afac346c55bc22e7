"""The pages of a receipt: of the figure, of the messages behind a row, of the whole list."""

from __future__ import annotations

import pytest

from paraplu.monitor.bewijs import merk_rij
from paraplu.web.models import Spoor
from tests.inzage.uitvoer.lezen import lees_zip
from tests.web.inrichting import (
    accounts,
    als,
    eigen_var,
    lege_monitor,
    nep,
    statisch,
    statische_map,
)
from tests.web.test_overzicht import lees

__all__ = ["accounts", "als", "eigen_var", "lege_monitor", "nep", "statisch", "statische_map"]

EDE = "gebied=gemeente-0228"


def test_een_cijfer_van_het_eigen_gebied_toont_zijn_hele_bewijs(als, nep):
    tekst = lees(als("backoffice"), f"/bewijs/V2a/?{EDE}&jaar=2023")
    assert "Bewijs van “Instroom”" in tekst
    assert "Definitie versie 1, nog niet vastgesteld" in tekst
    assert "geen startbericht 9" in tekst
    assert "uit 40 berichten, in één levering van 15 januari 2024" in tekst
    assert "stempel abcdef012345" in tekst
    assert "bin/paraplu bewijs V2a --jaar 2023 --gemeente 0228" in tekst


def test_wie_het_gebied_niet_is_ziet_verborgen_in_plaats_van_regels(als, nep):
    klein = "gebied=gemeente-0197"
    tekst = lees(als("backoffice"), f"/bewijs/V2a/?{klein}&jaar=2023")
    assert "verborgen" in tekst
    assert "Dit ziet alleen wie dit gebied zelf is." in tekst
    assert "levering van" not in tekst.replace("na de levering van", "")


def test_een_deel_van_een_uitsplitsing_heeft_een_eigen_bewijs(als, nep):
    tekst = lees(als("backoffice"), f"/bewijs/V2a/?{EDE}&per=aanbieder&sleutel=90000101")
    assert "Ede · Pluryn" in tekst
    assert "--gemeente 0228 --aanbieder 90000101" in tekst


@pytest.mark.parametrize("adres", ["/bewijs/V99/", "/definities/V99/"])
def test_wat_wij_niet_kennen_is_er_niet(adres, als, nep):
    assert als("backoffice").get(adres).status_code == 404


def test_zonder_gegevens_is_er_geen_bewijs(als, lege_monitor):
    assert als("backoffice").get("/bewijs/V2a/").status_code == 404


@pytest.fixture
def merk(nep):
    """The mark of the one row of the small monitor."""
    from paraplu.monitor.periode import Periode  # noqa: PLC0415

    [rij] = nep.lijst("V2a", periode=Periode.jaar(2023))
    return merk_rij(rij)


def test_van_een_regel_naar_haar_berichten_en_verder_naar_de_levering(als, nep, merk):
    lijst = als("backoffice").get(f"/waarden/V2a/regels/?{EDE}").content.decode()
    assert f"/bewijs/V2a/regel/{merk}/?{EDE.replace('=', '=')}" in lijst.replace("&amp;", "&")
    bladzij = als("backoffice").get(f"/bewijs/V2a/regel/{merk}/?{EDE}&jaar=2023")
    assert '/leveringen/abc123/"' in bladzij.content.decode()
    tekst = lees(als("backoffice"), f"/bewijs/V2a/regel/{merk}/?{EDE}&jaar=2023")
    assert "JW301 toewijzing, regel 1 2 januari 2023 Ede Pluryn telt de versie die geldt" in tekst
    assert "ingetrokken" in tekst


def test_berichten_tussen_anderen_zijn_alleen_een_aantal(als, nep, merk):
    tekst = lees(als("backoffice"), f"/bewijs/V2a/regel/{merk}/?{EDE}&jaar=2023")
    assert "Entrea" not in tekst
    assert "Nog één bericht is tussen andere partijen" in tekst


def test_een_regel_openen_laat_een_spoor_na_zonder_kind(als, nep, merk):
    als("backoffice").get(f"/bewijs/V2a/regel/{merk}/?{EDE}&jaar=2023")
    spoor = Spoor.objects.get(handeling="berichten achter regel")
    assert spoor.voorwerp == f"V2a 2023 regel {merk}: 2 berichten"
    assert "aB3dE6gH9jK2" not in spoor.voorwerp


@pytest.mark.parametrize(
    ("wie", "vraag"),
    [("backoffice", "gebied=gemeente-0202"), ("backoffice", ""), ("gi", EDE)],
)
def test_van_een_ander_gebied_zijn_regels_en_berichten_er_niet(wie, vraag, als, nep, merk):
    assert als(wie).get(f"/bewijs/V2a/regel/{merk}/?{vraag}").status_code == 404
    assert als(wie).get(f"/waarden/V2a/regels/?{vraag}").status_code == 404
    assert not Spoor.objects.filter(handeling__in=["lijst", "berichten achter regel"]).exists()


def test_een_merk_dat_niet_in_de_eigen_lijst_staat_is_er_niet(als, nep):
    adres = f"/bewijs/V2a/regel/0123456789abcdef/?{EDE}"
    assert als("backoffice").get(adres).status_code == 404


def test_een_lange_lijst_is_bladzij_voor_bladzij_heel_te_zien(als, nep, monkeypatch):
    rijen = [{"kind": f"kind{n:08d}", "sleutel": f"T|0228|{n}"} for n in range(1100)]

    def lijst(self, code, *, hoogstens, vanaf=0, **anders):
        return rijen[vanaf:] if hoogstens is None else rijen[vanaf : vanaf + hoogstens]

    monkeypatch.setattr(type(nep), "lijst", lijst)
    monkeypatch.setattr(type(nep), "_aantal", lambda self, periode, filters: len(rijen))
    gezien = []
    adres = f"/waarden/V2a/regels/?{EDE}"
    for nummer in (1, 2, 3):
        tekst = als("backoffice").get(f"{adres}&pagina={nummer}").content.decode()
        assert f"bladzijde {nummer} van 3" in tekst
        gezien += [rij["kind"] for rij in rijen if rij["kind"] in tekst]
    assert gezien == [rij["kind"] for rij in rijen]
    heel = lees_zip(als("backoffice").get(f"/waarden/V2a/regels/uitvoer/csv/?{EDE}"))
    assert heel["regels-v2a.csv"].count("kind0") == len(rijen)
    assert "T|0228" not in als("backoffice").get(adres).content.decode()
