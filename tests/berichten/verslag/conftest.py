"""Files to check: one that is good, one with a wrong code, and one that is no message at all.

The messages are of iJW 2.3: of that release only the form is checked, so a new rule changes nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.inname.post import bericht, kapot, maak_zip, schrijf_map

GOED = bericht("JW301", 1, release="2.3")
FOUT = next(
    stuk
    for zaad in range(50)
    if (stuk := kapot(heel := bericht("JW301", zaad, release="2.3"))) != heel
)


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder with a good message, a wrong one in a zip, and an empty file."""
    bestanden = {
        "goed.xml": GOED,
        "sub/post.zip": maak_zip({"fout.xml": FOUT}),
        "z-leeg.xml": b"",
    }
    return schrijf_map(tmp_path / "post", bestanden)
