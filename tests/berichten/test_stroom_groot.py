"""A large declaration costs no more memory than a small one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.berichten.declaraties import schrijf_323
from tests.berichten.maak import BSNS

WORTEL = Path(__file__).parents[2]
MB = 2**20
#: Reads the file and prints the most memory it held (in kB) and the number of lines. VmHWM, because
#: ru_maxrss also counts what the process of pytest held before it started this one.
LEES = """
import sys
from pathlib import Path
from paraplu.berichten import Bevinding
from paraplu.berichten.stroom import Slot, lees_stroom
with open(sys.argv[1], "rb") as bron:
    for stuk in lees_stroom(bron, bestand="groot.xml"):
        assert not isinstance(stuk, Bevinding) or stuk.code == "OP179", stuk
assert isinstance(stuk, Slot) and not stuk.geweigerd
(meest,) = [r for r in Path("/proc/self/status").read_text().splitlines() if r.startswith("VmHWM")]
print(meest.split()[1], stuk.regels)
"""


def _maak(pad: Path, grootte: int, na_client: bytes) -> tuple[Path, int]:
    """A declaration of about this size that keeps every rule: with many lines for each child."""
    regels = grootte // 860 // len(BSNS) + 1
    inhoud = schrijf_323(1, regels)
    begin = inhoud.index(b"<jw323:Client>")
    einde = inhoud.rindex(b"</jw323:Client>") + len(b"</jw323:Client>")
    client = re.sub(rb"(?<=>)0(?=\d+</jw323:ToewijzingNummer>)", b"@", inhoud[begin:einde])
    client = client.replace(BSNS[0].encode(), b"BSN") + na_client
    totaal = b">%d</ijw:TotaalBedrag>" % (1250 * regels * len(BSNS))
    with pad.open("wb") as bestand:
        bestand.write(re.sub(rb">\d+</ijw:TotaalBedrag>", totaal, inhoud[:begin]))
        for nummer, bsn in enumerate(BSNS, 1):
            bestand.write(client.replace(b"@", b"%d" % nummer).replace(b"BSN", bsn.encode()))
        bestand.write(inhoud[einde:])
    return pad, regels * len(BSNS)


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
    groot = (30 if commentaar else 150) * MB
    metingen = []
    for grootte in (groot // 3, groot):
        pad, aantal = _maak(tmp_path / "groot.xml", grootte, commentaar)
        geheugen, regels = _lees(pad)
        pad.unlink()
        assert regels == aantal
        metingen.append(geheugen)
    klein, meest = metingen
    assert meest < 300
    assert meest - klein < 30
