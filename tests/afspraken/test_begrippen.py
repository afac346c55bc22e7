"""The glossary: each term once, and what it says stands in code does stand there."""

from __future__ import annotations

import re
from collections import Counter

from paraplu.afspraken.begrippen import HERKOMST, begrippen
from tests.afspraken.conftest import WORTEL


def test_elk_begrip_staat_er_een_keer_met_een_betekenis():
    dubbel = [naam for naam, aantal in Counter(b.begrip for b in begrippen()).items() if aantal > 1]
    assert dubbel == []
    assert all(b.betekenis and b.herkomst in HERKOMST for b in begrippen())


def test_een_naam_in_code_is_een_naam_die_de_code_gebruikt():
    code = " ".join(
        bestand.read_text(encoding="utf-8") for bestand in (WORTEL / "paraplu").rglob("*.py")
    )
    woorden = set(re.findall(r"[A-Za-z]\w*", code))
    assert [b.in_code for b in begrippen() if b.in_code and b.in_code not in woorden] == []
