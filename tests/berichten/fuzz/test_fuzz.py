"""Zoeken naar bytes waar de lezer of de regels niet tegen kunnen; langer met de opdracht in `__main__`."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from paraplu.berichten import schrijf
from tests.berichten.breek import breek
from tests.berichten.fuzz.doel import proef
from tests.berichten.fuzz.zaad import VREEMD
from tests.berichten.maak import ALLE_SOORTEN, maak_bericht

#: Runs of the guided search; PARAPLU_FUZZ asks for more.
KEREN = os.environ.get("PARAPLU_FUZZ", "4000")


@pytest.mark.parametrize("inhoud", VREEMD)
def test_vreemde_bytes_krijgen_een_bevinding(inhoud: bytes):
    proef(inhoud)


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=str)
def test_een_gebroken_bericht_krijgt_in_elke_leesweg_hetzelfde_oordeel(soort):
    rng = Random(str(soort))
    for _keer in range(6):
        inhoud = schrijf(maak_bericht(soort, rng, hoogstens=2))
        proef(inhoud)
        proef(breek(breek(inhoud, rng), rng))


@pytest.mark.skipif(not find_spec("atheris"), reason="atheris is hier niet te installeren")
def test_geen_bytes_die_de_zoeker_vindt_breken_de_lezer(tmp_path: Path):
    opdracht = [sys.executable, "-m", "tests.berichten.fuzz", str(tmp_path / "gevonden")]
    gedaan = subprocess.run(
        [*opdracht, f"-runs={KEREN}", "-seed=11"], capture_output=True, text=True, check=False
    )

    gevonden = [
        *(tmp_path / "gevonden").glob("crash-*"),
        *(tmp_path / "gevonden").glob("timeout-*"),
    ]
    assert gedaan.returncode == 0, gedaan.stderr[-3000:]
    assert gevonden == []
