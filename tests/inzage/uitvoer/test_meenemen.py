"""Meenemen wat op het scherm staat: dezelfde cijfers, binnen rechten, met een spoor en een waarmerk."""

from __future__ import annotations

import io

import pyarrow.parquet as pq
import pytest

from paraplu.web.models import Spoor
from tests.inzage.uitvoer.lezen import inhoud_van, lees_csv, lees_xlsx, lees_zip

EDE = "gebied=gemeente-0228"


def test_de_csv_heeft_de_cijfers_van_de_tabel(als, nep):
    antwoord = als("contractmanager").get("/waarden/V3/uitvoer/csv/?per=regio&jaar=2023")
    kop, *rijen = lees_csv(lees_zip(antwoord)["v3-2023.csv"])

    assert antwoord["Content-Disposition"].endswith('"paraplu-V3-2023-per-regio-csv.zip"')
    assert kop[:5] == ["Regio", "Code", "gemiddelde (dagen)", "mediaan (dagen)", "aantal (aantal)"]
    assert sum(int(rij[4]) for rij in rijen) == 1326
    assert rijen[0][2] == "100,0"


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "parquet"])
def test_wat_verborgen_is_blijft_verborgen(formaat, als, nep):
    adres = f"/waarden/V1/uitvoer/{formaat}/?per=gemeente&jaar=2023"
    antwoord = als("backoffice").get(adres)

    klein = {
        "csv": lambda: {r[0]: r[2] for r in lees_csv(lees_zip(antwoord)["v1-2023.csv"])}["Aalten"],
        "xlsx": lambda: {
            r[0]: r[2] for r in lees_xlsx(antwoord.content)["V1 2023"].iter_rows(values_only=True)
        }["Aalten"],
        "parquet": lambda: (
            "verborgen"
            if {r["naam"]: r for r in pq.read_table(io.BytesIO(antwoord.content)).to_pylist()}[
                "Aalten"
            ]["verborgen"]
            else ""
        ),
    }[formaat]()
    assert klein == "verborgen"


def test_wie_wanneer_en_waarvoor_staan_in_het_bestand_en_in_het_spoor(als, nep, accounts):
    antwoord = als("backoffice").get(f"/waarden/V2a/regels/uitvoer/xlsx/?{EDE}&jaar=2023")
    erbij = inhoud_van(lees_xlsx(antwoord.content)["Definitie en bewijs"])

    assert erbij["Organisatie"] == accounts["backoffice"].organisatie_naam
    assert erbij["Doel"] == "monitoring en contractgesprek"
    spoor = Spoor.objects.get(handeling="uitvoer")
    assert spoor.voorwerp == "paraplu-V2a-2023-regels.xlsx gemeente-0228: 1 regels"
    assert "aB3dE6gH9jK2" not in spoor.voorwerp


@pytest.mark.parametrize("vraag", ["", "gebied=gemeente-0202"])
def test_regels_van_een_ander_gaan_niet_mee_en_laten_geen_bestand_na(vraag, als, nep):
    antwoord = als("backoffice").get(f"/waarden/V2a/regels/uitvoer/xlsx/?{vraag}")

    assert antwoord.status_code == 404
    assert not Spoor.objects.filter(handeling="uitvoer").exists()


def test_een_formaat_dat_wij_niet_schrijven_is_er_niet(als, nep):
    assert als("backoffice").get("/waarden/V2a/uitvoer/docx/").status_code == 404
    assert als("backoffice").get("/waarden/V99/uitvoer/csv/").status_code == 404


def test_zonder_gegevens_is_er_niets_om_mee_te_nemen(als, lege_monitor):
    assert als("backoffice").get("/waarden/V2a/uitvoer/csv/").status_code == 404


def test_de_pagina_wijst_naar_elk_formaat(als, nep):
    tekst = als("backoffice").get(f"/waarden/V2a/?{EDE}").content.decode()
    regels = als("backoffice").get(f"/waarden/V2a/regels/?{EDE}").content.decode()
    for formaat in ("xlsx", "csv", "parquet"):
        assert f"/waarden/V2a/uitvoer/{formaat}/?" in tekst
        assert f"/waarden/V2a/regels/uitvoer/{formaat}/?" in regels
