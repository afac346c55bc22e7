"""The memory that a declaration of 2 GB costs: the reader alone, and intake to Delta.

`.venv/bin/python bench/geheugen_2gb.py [gigabytes] [map]` (needs room on disk for the file twice)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(WORTEL), str(WORTEL / "bench")]

from gegevens import schrijf_323  # noqa: E402
from meten import machine, meet  # noqa: E402

#: Lines in a first file, to know what a line weighs.
DEEL = 50_000


def main(gigabytes: float = 2.0, plaats: str | None = None) -> None:
    """Write the file, read it twice, print what it cost."""
    with tempfile.TemporaryDirectory(dir=plaats) as tijdelijk:
        proef = schrijf_323(Path(tijdelijk) / "proef.xml", DEEL)
        regels = round(gigabytes * 1e9 / proef.stat().st_size * DEEL)
        proef.unlink()
        pad = schrijf_323(Path(tijdelijk) / "groot.xml", regels)
        print(f"{machine()}; {pad.stat().st_size / 1e9:.2f} GB, {regels:,} regels\n")
        print("| weg | piek MB | processortijd s | MB/s |")
        print("|---|---|---|---|")
        for weg in ("paraplu: alleen lezen", "paraplu: bestand tot Delta"):
            meting = meet("inname_323", weg, [str(pad)])
            assert meting.aantal == regels, (meting.aantal, regels)
            snelheid = pad.stat().st_size / 1e6 / meting.seconden
            print(f"| {weg} | {meting.geheugen:.0f} | {meting.seconden:.0f} | {snelheid:.0f} |")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 2.0, *sys.argv[2:3])
