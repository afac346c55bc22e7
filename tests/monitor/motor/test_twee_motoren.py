"""Every value in every reading on Spark: the rows, figures and receipts of DuckDB and of the naive reading.

One generated world with sheets, derived once by each engine from the same Delta tables. All in one
process: Spark takes long to start.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.motor.vergelijken import count_verschillen
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from tests.generated import test_tweede_lezing as tweede
from tests.generated.lezingen import LEZINGEN
from tests.generated.naief.beeld import Beeld
from tests.generated.wereld import maak_wereld

pytestmark = [pytest.mark.traag, pytest.mark.xdist_group("spark"), pytest.mark.usefixtures("spark")]

ZADEN = range(20)
JAAR = Periode.jaar(2023)
CODES = sorted({code for code, _variant in LEZINGEN})
#: Of each value one reading is counted, another one per value: counting is the same for all of them,
#: and their rows are held to each other one by one. PARAPLU_SPARK_ALLES=1 counts them all.
EEN_LEZING = [
    eigen[nummer % len(eigen)]
    for nummer, code in enumerate(CODES)
    for eigen in [[sleutel for sleutel in LEZINGEN if sleutel[0] == code]]
]
GETELD = list(LEZINGEN) if os.environ.get("PARAPLU_SPARK_ALLES") else EEN_LEZING


@dataclass
class Beide:
    """The same tables on two engines, and read by the second reading."""

    duckdb: Monitor
    spark: Monitor
    beeld: Beeld


@pytest.fixture(scope="module")
def beide(spark: None, tmp_path_factory: pytest.TempPathFactory) -> Beide:
    """Worlds with imported sheets, in a folder whose name needs care: a space, a comma, an accent."""
    map_ = tmp_path_factory.mktemp("twee motoren, één wereld")
    tabellen = {naam: [] for naam in SCHEMAS}
    for zaad in ZADEN:
        for naam, rijen in maak_wereld(zaad).items():
            tabellen[naam] += rijen
    opslag = Opslag(map_)
    opslag.maak()
    opslag.voeg_toe(
        {
            naam: pa.Table.from_pylist(rijen, schema=SCHEMAS[naam])
            for naam, rijen in tabellen.items()
        }
    )
    beeld = Beeld(tabellen, bekend_op=None)
    tweede.importeer(map_, beeld)
    return Beide(Monitor(map_, motor="duckdb"), Monitor(map_, motor="spark"), beeld)


def test_de_afgeleide_tabellen_zijn_gelijk(beide: Beide) -> None:
    plekken = []
    for monitor in (beide.duckdb, beide.spark):
        with monitor.geopend() as geopend:
            plekken.append(geopend.versie.map)
    duckdb, spark = plekken
    namen = {pad.name for pad in duckdb.glob("*.parquet")}
    assert namen == {pad.name for pad in spark.glob("*.parquet")}
    anders = {naam: count_verschillen(duckdb / naam, spark / naam)[1] for naam in namen}
    assert not any(anders.values()), anders


@pytest.mark.parametrize("sleutel", LEZINGEN, ids="-".join)
def test_spark_geeft_dezelfde_rijen(beide: Beide, sleutel: tuple[str, str]) -> None:
    plekken = []
    for monitor in (beide.duckdb, beide.spark):
        with monitor.geopend() as geopend:
            vraag = monitor.vraag(sleutel[0], variant=sleutel[1], periode=JAAR)
            plekken.append(geopend.rijen_op_schijf(vraag))
    rijen, anders = count_verschillen(*plekken)
    assert rijen
    assert anders == 0

    lezing = LEZINGEN[sleutel]
    lijst = beide.spark.lijst(*sleutel[:1], variant=sleutel[1], periode=JAAR, hoogstens=None)
    kolommen = [kolom for _naam, kolom in lezing.kenmerken] + list(lezing.dimensies)
    namen = [naam for naam, _kolom in lezing.kenmerken] + list(lezing.dimensies)
    monitor_ = Counter(tuple(rij[kolom] for kolom in kolommen) for rij in lijst)
    geteld = lezing.geteld(beide.beeld, JAAR)
    naief = Counter(tuple(tweede.veld(rij, naam) for naam in namen) for rij in geteld)
    assert monitor_ == naief, tweede.verschil(monitor_, naief)


@pytest.mark.parametrize("sleutel", GETELD, ids="-".join)
def test_spark_geeft_dezelfde_cijfers(beide: Beide, sleutel: tuple[str, str]) -> None:
    lezing = LEZINGEN[sleutel]
    plek = list(LEZINGEN).index(sleutel)
    dimensies = ("aanbieder",) if lezing.code == "V6c" else ("gemeente", "gi", "aanbieder")
    per = dimensies[plek % len(dimensies)]
    vraag = {"variant": lezing.variant, "periode": JAAR, "per": per}
    assert (
        beide.spark.waarde(lezing.code, **vraag).rijen
        == beide.duckdb.waarde(lezing.code, **vraag).rijen
    )
    groep = tweede.Groep(beide.spark, beide.beeld, JAAR, 0)
    tweede.vergelijk(groep, lezing, JAAR, per, {})


@pytest.mark.parametrize("code", CODES)
def test_spark_geeft_dezelfde_bon(beide: Beide, code: str) -> None:
    filters = {} if code == "V6c" else {"gemeente": "0202"}
    bonnen = [
        monitor.bon(code, periode=JAAR, filters=filters) for monitor in (beide.duckdb, beide.spark)
    ]
    duckdb, spark = ((bon.kandidaten, bon.geteld, bon.afgevallen) for bon in bonnen)
    assert duckdb == spark
