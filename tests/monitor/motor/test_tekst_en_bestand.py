"""What each engine writes the other reads, and a text in a query is a text."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from paraplu.monitor.motor import MOTOREN, find_motor

pytestmark = [pytest.mark.xdist_group("spark"), pytest.mark.usefixtures("spark")]

TEKSTEN = ["'", "\\", "\\' OR 1=1 --", "a''b", "é", "'@gi@'"]


def test_een_filter_is_op_elke_motor_een_tekst_en_nooit_een_vraag() -> None:
    for naam in MOTOREN:
        verbinding = find_motor(naam).connect()
        velden = ", ".join(f"{verbinding.quote(t)} AS t{n}" for n, t in enumerate(TEKSTEN))
        gelezen = verbinding.read(f"SELECT {velden}")
        assert list(gelezen.to_pylist()[0].values()) == TEKSTEN
        verbinding.close()


def test_elke_motor_leest_wat_de_ander_schreef(tmp_path: Path) -> None:
    vraag = "SELECT DATE '2023-05-31' AS dag, 'é' AS tekst, TRUE AS waar, CAST(7 AS BIGINT) AS n"
    gelezen = []
    for schrijver in MOTOREN:
        verbinding = find_motor(schrijver).connect()
        verbinding.write(vraag, tmp_path / f"van-{schrijver}.parquet")
        verbinding.close()
        for lezer in MOTOREN:
            verbinding = find_motor(lezer).connect()
            tabel = verbinding.open_parquet(tmp_path / f"van-{schrijver}.parquet", naam="proef")
            gelezen.append(verbinding.read(verbinding.compile(tabel)).to_pylist())
            verbinding.close()
    assert gelezen == [gelezen[0]] * len(MOTOREN) ** 2


def test_een_tabel_zonder_bestanden_heeft_haar_kolommen() -> None:
    schema = pa.schema([("dag", pa.date32()), ("aantal", pa.int64())])
    for naam in MOTOREN:
        verbinding = find_motor(naam).connect()
        tabel = verbinding.open_delta([], schema, naam="leeg")
        assert verbinding.read(verbinding.compile(tabel)).num_rows == 0
        assert tabel.columns == ("dag", "aantal")
        verbinding.close()
