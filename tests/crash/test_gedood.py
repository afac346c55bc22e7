"""Killed between any two writes: nothing lost, nothing twice, never a mix of old and new."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash import sterven

WORTEL = Path(__file__).resolve().parents[2]


@pytest.mark.traag
@pytest.mark.parametrize("proef", sorted(sterven.PROEVEN))
def test_na_een_dood_proces_is_alles_er_een_keer(proef: str, tmp_path: Path):
    omgeving = {k: v for k, v in os.environ.items() if not k.startswith("PARAPLU_")}
    klaar = subprocess.run(
        [sys.executable, "-m", "tests.crash.sterven", proef, str(tmp_path)],
        cwd=WORTEL,
        env=omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr
    assert int(klaar.stdout) >= sterven.BEURTEN
