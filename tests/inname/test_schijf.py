"""A full disk, a busy writer, and folders that change names."""

from __future__ import annotations

import errno
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from paraplu.afspraken.plaats import bestanden_map, tabellen_map
from paraplu.inname import schijf
from paraplu.inname.actions import neem_in
from paraplu.inname.fouten import SchijfVol
from paraplu.inname.herbouw import herbouw
from paraplu.inname.inrichting import clean_up
from paraplu.inname.schijf import exchange
from paraplu.inname.slot import WACHT, only_writer
from paraplu.monitor import opslag
from tests.inname.post import bericht, schrijf_map
from tests.inname.zichtbaar import zichtbaar

DAG = date(2023, 5, 31)


@pytest.mark.parametrize(
    "fout",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        RuntimeError("Generic LocalFileSystem error: No space left on device (os error 28)"),
    ],
)
def test_bij_een_volle_schijf_gaat_niets_verloren(
    var: Path, tmp_path: Path, monkeypatch, fout: Exception
):
    post = schrijf_map(
        tmp_path / "post", {"a.xml": bericht("JW301", 1), "b.xml": bericht("JW307", 2)}
    )
    echt, geteld = opslag.write_deltalake, []

    def vol(plaats: str, *args: object, **opties: object) -> None:
        geteld.append(plaats)
        if len(geteld) == 3:
            raise fout
        echt(plaats, *args, **opties)

    monkeypatch.setattr(opslag, "write_deltalake", vol)
    with pytest.raises(SchijfVol, match="De schijf is vol"):
        neem_in([post], op=DAG, brenger="Ede")
    monkeypatch.setattr(opslag, "write_deltalake", echt)
    assert not zichtbaar(tabellen_map())["bericht"]
    na_de_storing = neem_in([post], op=DAG, brenger="Ede")
    (tabellen_map()).rename(var / "na-de-storing")
    herbouw()
    assert zichtbaar(var / "na-de-storing") == zichtbaar(tabellen_map())
    assert na_de_storing.total("nieuw") == 2


def test_een_volle_schijf_bij_het_bewaren_laat_geen_half_bestand_achter(
    tmp_path: Path, monkeypatch
):
    post = schrijf_map(tmp_path / "post", {"a.xml": bericht("JW301", 1)})
    neem_in([schrijf_map(tmp_path / "p", {"b.xml": bericht("JW307", 1)})], op=DAG, brenger="Ede")
    eerst = sorted(bestanden_map().rglob("*"))

    def vol(nummer: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", vol)
    with pytest.raises(SchijfVol):
        neem_in([post], op=DAG, brenger="Ede")
    assert sorted(bestanden_map().rglob("*")) == eerst


def test_wie_schrijft_laat_een_ander_wachten_tot_zijn_proces_weg_is(var: Path):
    ander = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from paraplu.inname.slot import only_writer\n"
            "import os\n"
            "with only_writer():\n"
            "    print('bezig', flush=True)\n"
            "    input()\n"
            "    os._exit(9)\n",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    with ander:
        assert ander.stdout.readline() == "bezig\n"
        gezegd = []

        def zeg(zin: str) -> None:
            gezegd.append(zin)
            ander.stdin.write("\n")
            ander.stdin.flush()

        with only_writer(zeg):
            assert gezegd == [WACHT]
    assert ander.returncode == 9


def maak_mappen(plaats: Path) -> tuple[Path, Path]:
    nieuw, oud = plaats / "t.nieuw", plaats / "t"
    schrijf_map(nieuw, {"welke": b"nieuw"})
    schrijf_map(oud, {"welke": b"oud"})
    return nieuw, oud


@pytest.mark.parametrize("met_kern", [True, False])
def test_twee_mappen_wisselen_van_naam(tmp_path: Path, monkeypatch, met_kern: bool):
    if not met_kern:
        monkeypatch.setattr(schijf.ctypes, "CDLL", lambda *args, **opties: object())
    nieuw, oud = maak_mappen(tmp_path)
    exchange(nieuw, oud)
    assert (oud / "welke").read_bytes() == b"nieuw"
    assert (nieuw / "welke").read_bytes() == b"oud"


def test_na_een_halve_wissel_zonder_kern_staat_de_oude_map_er_weer(var: Path):
    tabellen = tabellen_map()
    schrijf_map(tabellen.with_name("tabellen.tussen"), {"welke": b"oud"})
    schrijf_map(tabellen.with_name("tabellen.nieuw"), {"welke": b"nieuw"})
    clean_up()
    assert (tabellen / "welke").read_bytes() == b"oud"
    assert [p.name for p in var.iterdir()] == ["tabellen"]
