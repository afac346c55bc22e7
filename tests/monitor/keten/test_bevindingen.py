"""De regels tussen berichten over tabellen op schijf, zoals wie ernaar vraagt ze leest."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pyarrow as pa
import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.keten import (
    OnbekendBericht,
    OnbekendeLevering,
    OnbekendeRegel,
    keten_bevindingen,
    oordelen,
)
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.project.opdracht import main
from tests.monitor.keten.keten import Keten, dag


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory):
    """A start before its allocation is known, a stop without start, and a refused stop."""
    keten = Keten()
    start = keten.start(1, op="01-02")
    keten.toewijzing(1, op="02-01")
    stop = keten.stop(1, begindatum="01-03", op="06-02")
    afgekeurd = keten.stop(7, op="06-02")
    keten.retour(afgekeurd)
    var = tmp_path_factory.mktemp("var")
    opslag = Opslag(var / "tabellen")
    opslag.maak()
    opslag.voeg_toe(
        {naam: tabel.cast(SCHEMAS[naam]) for naam, tabel in keten.arrow().items() if tabel.num_rows}
    )
    return SimpleNamespace(
        var=var, opslag=opslag, start=start, stop=stop, afgekeurd=afgekeurd, keten=keten
    )


def gevonden(tabel: pa.Table) -> list[tuple[str, str]]:
    return [(rij["bericht"], rij["code"]) for rij in tabel.to_pylist()]


def test_zoals_nu_bekend(gevuld):
    assert gevonden(keten_bevindingen(gevuld.opslag)) == [(gevuld.stop, "TR382")]
    assert gevonden(keten_bevindingen(Monitor(gevuld.opslag.map))) == [(gevuld.stop, "TR382")]


def test_zoals_bekend_op_een_dag(gevuld):
    verwacht = [(gevuld.start, "TR019")]
    assert gevonden(keten_bevindingen(gevuld.opslag, bekend_op=dag("01-31"))) == verwacht
    monitor = Monitor(gevuld.opslag.map, bekend_op=dag("01-31"))
    assert gevonden(keten_bevindingen(monitor)) == verwacht


def test_zoals_bekend_bij_ontvangst(gevuld):
    codes = ["TR019", "TR382"]
    toen = keten_bevindingen(gevuld.opslag, bij_ontvangst=True, codes=codes)

    assert gevonden(toen) == [
        (gevuld.start, "TR019"),
        (gevuld.stop, "TR382"),
    ]


def test_alleen_een_levering_een_bericht_of_een_regel(gevuld):
    codes = ["TR019", "TR382"]
    opslag = gevuld.opslag
    assert keten_bevindingen(opslag, levering="2023-01-02", codes=codes).num_rows == 0
    assert keten_bevindingen(opslag, levering="2023-06-02", codes=codes).num_rows == 1
    assert keten_bevindingen(opslag, berichten=[gevuld.start], codes=codes).num_rows == 0
    assert keten_bevindingen(opslag, codes=["TR019"]).num_rows == 0


def test_het_oordeel_over_een_bericht_ook_als_het_al_is_beantwoord(gevuld):
    stop = "Client/StopProducten/StopProduct"
    assert oordelen(gevuld.opslag, gevuld.stop) == [(1, stop, "TR382")]
    assert oordelen(gevuld.opslag, gevuld.afgekeurd) == [(1, stop, "TR019"), (1, stop, "TR382")]
    assert oordelen(gevuld.opslag, gevuld.start) == []
    assert oordelen(gevuld.opslag, gevuld.start, bekend_op=dag("01-31")) != []


def test_wat_er_niet_is_wordt_genoemd(gevuld):
    with pytest.raises(OnbekendeLevering, match="2019"):
        keten_bevindingen(gevuld.opslag, levering="2019")
    with pytest.raises(OnbekendeRegel, match="XX1"):
        keten_bevindingen(gevuld.opslag, codes=["XX1"])
    with pytest.raises(OnbekendBericht, match="b999"):
        oordelen(gevuld.opslag, "b999")


def test_lege_tabellen_geven_geen_bevindingen(tmp_path):
    assert keten_bevindingen(Opslag(tmp_path / "niets"), codes=["TR019"]).num_rows == 0


@pytest.fixture
def keten_cli(gevuld, monkeypatch, capsys):
    def roep(*woorden: str):
        monkeypatch.setenv("PARAPLU_VAR", str(gevuld.var))
        return main(["keten", *woorden]), *capsys.readouterr()

    return roep


def test_de_opdracht_telt_per_regel_en_per_afzender(keten_cli):
    status, uit, _fout = keten_cli("--regel", "TR382")

    assert status == 1
    assert "TR382" in uit
    assert "Bij deze stop is geen start" in uit
    assert "60000001" in uit


def test_de_opdracht_toont_elke_regel_zonder_kind(keten_cli, gevuld):
    status, uit, _fout = keten_cli("--regel", "TR382", "--regels", "--formaat", "json")

    assert status == 1
    (rij,) = json.loads(uit)
    assert (rij["bericht"], rij["volgnummer"], rij["regel"]) == (gevuld.stop, 1, 10)
    assert "kind" not in uit.replace("dit kind", "")


def test_de_opdracht_geeft_csv(keten_cli):
    status, uit, _fout = keten_cli("--regel", "TR382", "--formaat", "csv")

    kop, rij = uit.strip().splitlines()
    assert status == 1
    assert kop.startswith("code")
    assert rij.startswith("TR382")


def test_zonder_bevindingen_is_de_uitkomst_nul(keten_cli):
    status, uit, _fout = keten_cli("--regel", "TR019")

    assert status == 0
    assert "Geen bericht" in uit


@pytest.mark.parametrize(
    "woorden", [("--regel", "TR999"), ("--levering", "2019"), ("--bekend-op", "gisteren")]
)
def test_wat_niet_kan_geeft_twee_en_een_zin(keten_cli, woorden):
    status, _uit, fout = keten_cli(*woorden)

    assert status == 2
    assert fout.startswith("Dat kan niet: ")
