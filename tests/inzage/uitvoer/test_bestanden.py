"""Een bestand om mee te nemen: dezelfde cijfers in elk formaat, met bewijs en waarmerk erin."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from paraplu.inzage.uitvoer import (
    Uitvoerblad,
    Waarmerk,
    blad_van_cijfers,
    blad_van_regels,
    schrijf_csv,
    schrijf_parquet,
    schrijf_xlsx,
)
from paraplu.monitor.periode import Periode
from paraplu.monitor.uitkomst import Rij
from paraplu.monitor.verbergen import KLEIN
from tests.inzage.uitvoer.lezen import inhoud_van, lees_csv, lees_xlsx, lees_zip
from tests.web.nep_monitor import NepMonitor

MERK = Waarmerk(
    wie="Iris de Vries (Contractmanager)",
    organisatie="Regio Centraal Gelderland",
    wanneer=datetime(2024, 2, 1, 9, 30, tzinfo=UTC),
    doel="monitoring en contractgesprek",
)
MATEN = [
    SimpleNamespace(sleutel="instroom", naam="Instroom", eenheid="maatregelen"),
    SimpleNamespace(sleutel="bedrag", naam="Bedrag", eenheid="euro"),
    SimpleNamespace(sleutel="aandeel", naam="Aandeel", eenheid="aandeel"),
]
RIJEN = [
    Rij("0228", "Ede", {"instroom": 1200, "bedrag": Decimal("1234.50"), "aandeel": 0.25}),
    Rij("0197", "=Aalten", {"instroom": KLEIN, "bedrag": KLEIN, "aandeel": KLEIN}),
    Rij("0202", "Arnhem", {"instroom": 0, "bedrag": Decimal(0), "aandeel": None}),
]


@pytest.fixture
def bewijs() -> Any:
    """The receipt of the small monitor."""
    return NepMonitor().bewijs("V2a", periode=Periode.jaar(2023))


@pytest.fixture
def blad() -> Uitvoerblad:
    return blad_van_cijfers("V2a 2023", MATEN, RIJEN, per_naam="Gemeente")


def schrijf(schrijver: Any, blad: Uitvoerblad, bewijs: Any) -> Any:
    return SimpleNamespace(content=schrijver([blad], bewijs=bewijs, waarmerk=MERK))


def test_een_csv_leest_een_nederlandse_rekenmachine_zonder_regels_die_geen_rij_zijn(blad, bewijs):
    bestanden = lees_zip(schrijf(schrijf_csv, blad, bewijs))

    assert lees_csv(bestanden["v2a-2023.csv"]) == [
        ["Gemeente", "Code", "Instroom (maatregelen)", "Bedrag (euro)", "Aandeel (aandeel)", "verborgen"],
        ["Ede", "0228", "1200", "1234,50", "0,25", ""],
        ["'=Aalten", "0197", "verborgen", "verborgen", "verborgen", "; ".join(f"{m.sleutel}: {KLEIN.reden}" for m in MATEN)],
        ["Arnhem", "0202", "0", "0", "", ""],
    ]  # fmt: skip
    erbij = dict(lees_csv(bestanden["definitie-en-bewijs.csv"]))
    assert erbij["Organisatie"] == "Regio Centraal Gelderland"
    assert erbij["Gemaakt op"] == "2024-02-01T10:30:00+01:00"
    assert erbij["Waarde"].startswith("V2a ")


def test_een_xlsx_heeft_getallen_als_getal_en_een_verborgen_cijfer_als_woord(blad, bewijs):
    vellen = lees_xlsx(schrijf(schrijf_xlsx, blad, bewijs).content)

    assert list(vellen) == ["V2a 2023", "Definitie en bewijs"]
    rijen = list(vellen["V2a 2023"].iter_rows(values_only=True))
    assert rijen[1][:5] == ("Ede", "0228", 1200, 1234.5, 0.25)
    assert rijen[2][:5] == ("'=Aalten", "0197", "verborgen", "verborgen", "verborgen")
    assert rijen[3][:5] == ("Arnhem", "0202", 0, 0, None)
    assert rijen[-1][0] == MERK.zin
    assert MERK.zin in vellen["V2a 2023"].oddFooter.left.text
    erbij = inhoud_van(vellen["Definitie en bewijs"])
    assert erbij["Gemaakt door"] == "Iris de Vries (Contractmanager)"
    assert "versie" in erbij["Definitie"]


def test_in_een_xlsx_staat_geen_formule(blad, bewijs):
    vellen = lees_xlsx(schrijf(schrijf_xlsx, blad, bewijs).content)

    soorten = {cel.data_type for vel in vellen.values() for rij in vel.iter_rows() for cel in rij}
    assert "f" not in soorten


def test_een_parquet_heeft_typen_en_zegt_wat_verborgen_is(blad, bewijs):
    tabel = pq.read_table(io.BytesIO(schrijf(schrijf_parquet, blad, bewijs).content))

    assert tabel.schema.field("instroom").type == pa.int64()
    assert tabel.schema.field("bedrag").type == pa.decimal128(18, 4)
    assert tabel["instroom"].to_pylist() == [1200, None, 0]
    assert [bool(tekst) for tekst in tabel["verborgen"].to_pylist()] == [False, True, False]
    merk = json.loads(tabel.schema.metadata[b"paraplu.waarmerk"])
    assert merk["Doel"] == "monitoring en contractgesprek"
    assert json.loads(tabel.schema.metadata[b"paraplu.bewijs"])["definitie"]["code"] == "V2a"


def test_regels_houden_de_namen_en_de_typen_van_de_monitor(bewijs):
    regels = [
        {"kind": "aB3dE6gH9jK2", "begindatum": date(2023, 1, 2), "saldo": Decimal("-3.25"), "juist": True, "leeg": None},
        {"kind": "+nummer", "begindatum": None, "saldo": None, "juist": False, "leeg": None},
    ]  # fmt: skip
    blad = blad_van_regels("Regels V2a", regels)

    tabel = pq.read_table(io.BytesIO(schrijf(schrijf_parquet, blad, bewijs).content))
    assert tabel.drop_columns(["verborgen"]).to_pylist() == [
        {**regels[0], "saldo": Decimal("-3.2500")},
        regels[1],
    ]
    assert lees_csv(lees_zip(schrijf(schrijf_csv, blad, bewijs))["regels-v2a.csv"])[1:] == [
        ["aB3dE6gH9jK2", "2023-01-02", "-3,25", "ja", ""],
        ["'+nummer", "", "", "nee", ""],
    ]
    vel = lees_xlsx(schrijf(schrijf_xlsx, blad, bewijs).content)["Regels V2a"]
    assert vel["B2"].value == datetime(2023, 1, 2)


def test_een_lege_lijst_is_een_bestand_zonder_rijen(bewijs):
    blad = blad_van_regels("Regels V2a", [])

    for schrijver in (schrijf_csv, schrijf_xlsx, schrijf_parquet):
        assert schrijf(schrijver, blad, bewijs).content


def test_een_parquet_heeft_een_tabel(blad, bewijs):
    with pytest.raises(ValueError, match="één tabel"):
        schrijf_parquet([blad, blad], bewijs=bewijs, waarmerk=MERK)
