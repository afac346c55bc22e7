"""Een vraag die al eens is vertaald, is dezelfde als een die nu wordt vertaald."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from paraplu.monitor import Monitor, Periode, tellen
from paraplu.monitor.sjabloon import GEEN, Sjablonen, in_jaar
from paraplu.monitor.waarden import alle

PERIODEN = [
    Periode.jaar(2023),
    Periode.jaar(2024),
    Periode.kwartaal(2024, 1),
    Periode.maand(2024, 2),
]


@pytest.mark.traag
@pytest.mark.parametrize("code", alle())
def test_een_ingevuld_sjabloon_is_de_vraag_zelf(wereld: Monitor, tmp_path, code):
    indicator = alle()[code]
    with wereld._geopend() as geopend:
        sjablonen = Sjablonen(tmp_path)
        for variant in indicator.varianten:

            def maak(periode: Periode, variant: str = variant) -> ibis.Table:
                rijen = indicator.rijen(geopend.trajecten, periode=periode, variant=variant)
                return tellen.met_gebied(rijen, geopend.gebieden)

            for periode in PERIODEN:
                gekregen = sjablonen.query(variant, geopend.verbinding.compile, periode, maak)
                assert gekregen == geopend.con.compile(maak(periode))
    assert GEEN not in {pad.read_text() for pad in tmp_path.glob("*.sql")}


@pytest.fixture
def dagen():
    """A connection with one table of days."""
    con = ibis.duckdb.connect()
    tabel = pa.table({"dag": pa.array([Periode.jaar(2024).begin], pa.date32())})
    return con, con.create_table("dagen", tabel)


def test_een_sjabloon_van_het_ene_jaar_geldt_voor_het_andere(dagen, tmp_path):
    con, tabel = dagen
    vertaald = []

    def maak(periode: Periode) -> ibis.Table:
        vertaald.append(periode)
        return tabel.filter(tabel.dag.between(periode.begin, periode.einde))

    for jaar, aantal in ((2023, 0), (2024, 1), (2025, 0)):
        query = Sjablonen(tmp_path).query("x", con.compile, Periode.jaar(jaar), maak)
        assert len(con.raw_sql(query).fetchall()) == aantal
    assert len(vertaald) == 2


def test_een_vraag_die_dagen_telt_in_een_jaar_wordt_elke_keer_vertaald(dagen, tmp_path):
    con, tabel = dagen

    def maak(periode: Periode) -> ibis.Table:
        return tabel.mutate(dagen=ibis.literal((periode.einde - periode.begin).days))

    sjablonen = Sjablonen(tmp_path)
    for jaar, aantal in ((2023, 364), (2024, 365)):
        query = sjablonen.query("x", con.compile, Periode.jaar(jaar), maak)
        assert con.raw_sql(query).fetchall()[0][1] == aantal


@pytest.mark.parametrize("naam", ["2023", "2023-K3", "2023-11"])
def test_dezelfde_periode_in_een_ander_jaar(naam):
    assert in_jaar(Periode.lees(naam), 2020).naam == naam.replace("2023", "2020")
    assert in_jaar(Periode.lees(naam), 5204).begin.year == 5204
