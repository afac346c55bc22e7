"""What the system refuses is said in a Dutch sentence, and ends with status 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from paraplu.project.opdracht import main
from tests.inname.post import bericht

VOL = Path("/dev/full")


@pytest.mark.skipif(not VOL.exists(), reason="dit systeem heeft geen /dev/full")
def test_een_volle_schijf_onder_de_uitvoer_is_een_zin_en_geen_fout_van_python() -> None:
    with VOL.open("w") as vol:
        klaar = subprocess.run(
            [sys.executable, "-m", "paraplu", "termijn", "3 dagen", "--vanaf", "2026-01-01"],
            stdout=vol,
            stderr=subprocess.PIPE,
            env=dict(os.environ),
            check=False,
            text=True,
        )
    assert klaar.stderr == ("Dat kan niet: de schijf is vol; maak ruimte en probeer het opnieuw.\n")
    assert klaar.returncode == 2


@pytest.mark.parametrize(
    ("opdracht", "plaats"), [("controleer", "bestand/verslag.txt"), ("antwoord", "bestand/map")]
)
def test_waar_niet_te_schrijven_is_wordt_in_het_nederlands_gezegd(
    opdracht: str, plaats: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bestand").write_text("geen map")
    (tmp_path / "a.xml").write_bytes(bericht("JW319", 1))
    assert main([opdracht, str(tmp_path / "a.xml"), "--uit", str(tmp_path / plaats)]) == 2
    assert "een deel van dit pad is een bestand en geen map." in capsys.readouterr().err
