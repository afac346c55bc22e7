"""Tabellen op schijf: alleen erbij, één keer vastgelegd per tabel."""

from __future__ import annotations

import shutil

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from paraplu.monitor.opslag import SCHRIJFVOLGORDE, Opslag
from paraplu.monitor.tabellen import SCHEMAS


def tabel(naam: str, **velden: object) -> pa.Table:
    return pa.Table.from_pylist([velden], schema=SCHEMAS[naam])


def test_een_lege_tabel_heeft_haar_kolommen(opslag):
    for naam, schema in SCHEMAS.items():
        assert opslag.lees(naam).to_pyarrow().num_rows == 0
        assert opslag.lees(naam).columns == tuple(schema.names)
        assert opslag.arrow(naam).schema == schema


def test_wat_erbij_komt_wordt_gelezen_ook_uit_een_map_met_spatie_en_accent(opslag):
    opslag.voeg_toe({"start": tabel("start", batch="a", bericht="b1")})
    opslag.voeg_toe({"start": tabel("start", batch="b", bericht="b2").to_batches()})

    assert sorted(opslag.lees("start").to_pyarrow()["bericht"].to_pylist()) == ["b1", "b2"]
    assert opslag.arrow("start")["batch"].to_pylist().count("a") == 1


def test_elke_aanvulling_is_een_nieuwe_versie_en_niets_is_geen_versie(opslag):
    voor = opslag.versies()

    assert opslag.voeg_toe({"start": tabel("start", batch="a"), "stop": []}) == {"start": 1}
    na = opslag.versies()

    assert na["start"] == voor["start"] + 1
    assert {n: v for n, v in na.items() if n != "start"} == {
        n: v for n, v in voor.items() if n != "start"
    }


def test_een_bericht_komt_na_zijn_regels_in_de_tabellen():
    assert set(SCHRIJFVOLGORDE) == set(SCHEMAS)
    assert SCHRIJFVOLGORDE.index("bericht") > max(
        SCHRIJFVOLGORDE.index(naam) for naam in ("start", "declaratie", "retour", "bevinding")
    )


def test_een_tabel_die_er_niet_is_wordt_geweigerd_voor_er_iets_is_geschreven(opslag):
    voor = opslag.versies()

    with pytest.raises(KeyError, match="sterren"):
        opslag.voeg_toe({"start": tabel("start", batch="a"), "sterren": tabel("stop")})

    assert opslag.versies() == voor


def test_maken_laat_staan_wat_er_is(opslag):
    opslag.voeg_toe({"start": tabel("start", batch="a")})
    opslag.maak()

    assert opslag.arrow("start").num_rows == 1


def test_zonder_map_is_alles_leeg(tmp_path):
    opslag = Opslag(tmp_path / "er is niets")

    assert opslag.arrow("start").num_rows == 0
    assert set(opslag.versies().values()) == {-1}


@pytest.fixture
def oude_opslag(tmp_path) -> Opslag:
    """Tables of before the period of an answered line was kept."""
    oud = SCHEMAS["declaratieantwoord"]
    oud = pa.schema([veld for veld in oud if veld.name not in ("begindatum", "tarief")])
    rij = pa.Table.from_pylist([{"batch": "a", "bericht": "b1", "referentie": "nr1"}], schema=oud)
    plek = tmp_path / "declaratieantwoord"
    plek.mkdir()
    write_deltalake(str(plek), rij)
    return Opslag(tmp_path)


def test_een_oudere_map_heeft_een_nieuwe_kolom_leeg(oude_opslag):
    gelezen = oude_opslag.lees("declaratieantwoord")

    assert gelezen.columns == tuple(SCHEMAS["declaratieantwoord"].names)
    assert gelezen.to_pyarrow()["begindatum"].to_pylist() == [None]
    assert oude_opslag.arrow("declaratieantwoord")["tarief"].to_pylist() == [None]
    assert oude_opslag.arrow("declaratieantwoord").schema == SCHEMAS["declaratieantwoord"]


def test_een_oudere_map_neemt_na_het_maken_rijen_met_de_nieuwe_kolom(oude_opslag):
    oude_opslag.maak()
    oude_opslag.voeg_toe(
        {"declaratieantwoord": tabel("declaratieantwoord", batch="b", bericht="b2", tarief=5000)}
    )

    rijen = oude_opslag.lees("declaratieantwoord").order_by("bericht").to_pyarrow().to_pylist()
    assert [(rij["bericht"], rij["tarief"]) for rij in rijen] == [("b1", None), ("b2", 5000)]


def test_maken_voegt_een_kolom_hoogstens_een_keer_toe(oude_opslag):
    oude_opslag.maak()
    voor = oude_opslag.versies()
    oude_opslag.maak()

    assert oude_opslag.versies() == voor


def test_een_nieuwe_versie_wordt_gezien_en_een_opnieuw_gemaakte_tabel_ook(opslag):
    rij = tabel("levering", levering="L1", bestanden=1)
    eerder = opslag.versies()["levering"]
    schrijver = Opslag(opslag.map)
    for _keer in range(2):
        schrijver.voeg_toe({"levering": rij})
    assert opslag.versies()["levering"] == eerder + 2
    shutil.rmtree(opslag.map / "levering")
    assert opslag.versies()["levering"] == -1
    schrijver.maak()
    assert opslag.versies()["levering"] == 0
