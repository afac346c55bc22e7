"""Een kandidaat valt af op de eerste voorwaarde die hij niet haalt."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from paraplu.monitor import Maat, OnbekendeDimensie, OnbekendeIndicator, OnbekendeVariant
from paraplu.monitor.indicator import kandidaten
from paraplu.monitor.tellen import dimensie
from paraplu.monitor.waarden import indicator


def redenen(tabel: ibis.Table) -> list[str | None]:
    return ibis.duckdb.connect().to_pyarrow(tabel)["afgevallen_op"].to_pylist()


def test_de_eerste_voorwaarde_die_niet_klopt_is_de_reden():
    tabel = ibis.memtable(pa.table({"a": [1, 0, 1, 0], "b": [1, 1, 0, 0]}))

    gevonden = redenen(kandidaten(tabel, {"geen a": tabel.a == 1, "geen b": tabel.b == 1}))

    assert gevonden == [None, "geen a", "geen b", "geen a"]


def test_onbekend_is_niet_gehaald():
    tabel = ibis.memtable(pa.table({"a": [1, None]}))

    assert redenen(kandidaten(tabel, {"geen a": tabel.a == 1})) == [None, "geen a"]


def test_zonder_voorwaarden_telt_alles():
    assert redenen(kandidaten(ibis.memtable(pa.table({"a": [1]})), {})) == [None]


def test_een_vraag_die_niet_kan_zegt_wat_wel_kan():
    with pytest.raises(OnbekendeIndicator, match="wel: V1, "):
        indicator("V8")
    with pytest.raises(OnbekendeVariant, match="wel: aaneengesloten"):
        indicator("V2a").kies_variant("los")
    with pytest.raises(OnbekendeDimensie, match="wel: alles, gelderland"):
        dimensie("maan")
    with pytest.raises(ValueError, match="soort maat"):
        Maat(sleutel="x", naam="x", eenheid="x", soort="modus")


def test_de_eerste_variant_is_die_wordt_getoond():
    assert indicator("V2a").kies_variant(None) == "aaneengesloten"
