"""A large declaration costs no more memory than a small one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.berichten.declaraties import schrijf_323

WORTEL = Path(__file__).parents[2]
MB = 2**20
#: Reads the file and prints the most memory it held (in kB) and the number of lines. VmHWM, because
#: ru_maxrss also counts what the process of pytest held before it started this one.
LEES = """
import sys
from pathlib import Path
from paraplu.berichten.stroom import Slot, lees_stroom
with open(sys.argv[1], "rb") as bron:
    for stuk in lees_stroom(bron, bestand="groot.xml"):
        pass
assert isinstance(stuk, Slot) and not stuk.geweigerd
(meest,) = [r for r in Path("/proc/self/status").read_text().splitlines() if r.startswith("VmHWM")]
print(meest.split()[1], stuk.regels)
"""


def _maak(pad: Path, deel: bytes, voor: bytes, na: bytes, keer: int) -> Path:
    with pad.open("wb") as bestand:
        bestand.write(voor)
        for _ in range(keer):
            bestand.write(deel)
        bestand.write(na)
    return pad


def _lees(pad: Path) -> tuple[int, int]:
    uit = subprocess.run(
        [sys.executable, "-c", LEES, str(pad)],
        capture_output=True,
        check=True,
        text=True,
        cwd=WORTEL,
        env={**os.environ, "PYTHONPATH": str(WORTEL)},
    )
    geheugen, regels = uit.stdout.split()
    return int(geheugen) // 1024, int(regels)


@pytest.mark.traag
@pytest.mark.parametrize("commentaar", [b"", b"<!-- -->"], ids=["snel", "zorgvuldig"])
def test_een_grote_declaratie_kost_niet_meer_geheugen_dan_een_kleine(tmp_path, commentaar):
    inhoud = schrijf_323(200, 3)
    begin = inhoud.index(b"<jw323:Client>")
    einde = inhoud.rindex(b"</jw323:Client>") + len(b"</jw323:Client>")
    deel = inhoud[begin:einde] + commentaar
    groot = (30 if commentaar else 150) * MB // len(deel)
    metingen = []
    for keer in (groot // 3, groot):
        pad = _maak(tmp_path / "groot.xml", deel, inhoud[:begin], inhoud[einde:], keer)
        geheugen, regels = _lees(pad)
        pad.unlink()
        assert regels == keer * 600
        metingen.append(geheugen)
    klein, meest = metingen
    assert meest < 300
    assert meest - klein < 30
