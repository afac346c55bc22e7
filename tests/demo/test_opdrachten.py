"""The commands of the demo."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from paraplu.demo import opdrachten
from paraplu.project.opdracht import main

KLEIN = ["--schaal", "0,0005", "--jaren", "2021", "--seed", "2"]


def test_maak_schrijft_leveringen_bladen_en_antwoorden(tmp_path: Path) -> None:
    map_ = tmp_path / "demo"
    assert main(["demo", "maak", str(map_), *KLEIN]) == 0
    assert len(list((map_ / "leveringen").glob("*.zip"))) == 14
    assert {pad.stem for pad in (map_ / "bladen").iterdir()} == {
        "organisaties",
        "tarieven",
        "budgetplafonds",
        "inwoners",
    }
    assert json.loads((map_ / "wereld.json").read_text("utf-8"))["instelling"]["schaal"] == 0.0005
    assert json.loads((map_ / "antwoorden.json").read_text("utf-8"))


def test_maak_overschrijft_geen_volle_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "iets").touch()
    assert main(["demo", "maak", str(tmp_path), *KLEIN]) == 2
    assert "is niet leeg" in capsys.readouterr().err


def test_lees_zegt_wat_er_moet_zijn(
    tmp_path: Path, var_map: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "lees", str(tmp_path)]) == 2
    assert "paraplu demo maak" in capsys.readouterr().err


@pytest.mark.traag
def test_vul_vult_een_lege_paraplu_een_keer(
    var_map: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opdrachten, "SCHAAL_VUL", 0.0005)
    monkeypatch.setattr(opdrachten, "JAREN_VUL", (2021, 2021))
    assert opdrachten.fill_when_empty()
    geschreven = (var_map / "demo" / "wereld.json").stat().st_mtime_ns
    assert opdrachten.fill_when_empty()
    assert (var_map / "demo" / "wereld.json").stat().st_mtime_ns == geschreven
    assert main(["demo", "vul", *KLEIN]) == 2
    assert "al leveringen" in capsys.readouterr().err

    assert main(["demo", "lees", str(var_map / "demo")]) == 0
    assert "14 leveringen en 0 bladen" in capsys.readouterr().out
    antwoorden = json.loads((var_map / "demo" / "antwoorden.json").read_text("utf-8"))
    kort = [a for a in antwoorden if a["code"] in {"V1a", "V2c"} and a["per"] == "gelderland"]
    (var_map / "demo" / "antwoorden.json").write_text(json.dumps(kort), "utf-8")
    assert main(["demo", "toets", "--jaar", "2021"]) == 0
    assert "0 verschillen" in capsys.readouterr().out


def test_een_paraplu_met_eigen_leveringen_krijgt_geen_demo(
    var_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opdrachten, "_has_deliveries", lambda: True)
    assert not opdrachten.fill_when_empty()
    assert not (var_map / "demo").exists()


def test_toets_zonder_demo_zegt_wat_er_moet_zijn(
    var_map: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "toets"]) == 2
    assert "paraplu demo vul" in capsys.readouterr().err


@pytest.mark.parametrize(("tekst", "jaren"), [("2019-2023", (2019, 2023)), ("2021", (2021, 2021))])
def test_jaren_zijn_een_jaar_of_een_reeks(tekst: str, jaren: tuple[int, int]) -> None:
    assert opdrachten._jaren(tekst) == jaren


@pytest.mark.parametrize("jaren", ["2023-2019", "twee", "2019-2020-2021", "1990-2000", ""])
def test_andere_jaren_worden_geweigerd(jaren: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="2019-2023"):
        opdrachten._jaren(jaren)


def test_een_afgebroken_vulling_gaat_verder(
    var_map: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gelezen = []

    def lees(args: argparse.Namespace) -> int:
        gelezen.append(args.map)
        return 2 if len(gelezen) == 1 else 0

    monkeypatch.setattr(opdrachten, "SCHAAL_VUL", 0.0005)
    monkeypatch.setattr(opdrachten, "JAREN_VUL", (2021, 2021))
    monkeypatch.setattr(opdrachten, "read_demo", lees)
    assert not opdrachten.fill_when_empty()
    geschreven = (var_map / "demo" / "wereld.json").stat().st_mtime_ns
    assert opdrachten.fill_when_empty()
    assert opdrachten.fill_when_empty()
    assert gelezen == [var_map / "demo"] * 2
    assert (var_map / "demo" / "wereld.json").stat().st_mtime_ns == geschreven


@pytest.mark.parametrize("schaal", ["0", "-1", "21", "veel"])
def test_een_schaal_buiten_de_grenzen_wordt_geweigerd(schaal: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="boven 0"):
        opdrachten._schaal(schaal)
