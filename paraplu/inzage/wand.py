"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.web.wand.beleid import Beleid

BELEID: Final[tuple[Beleid, ...]] = ()
VRIJ: Final[dict[str, str]] = {
    "inzage_drempel": "a decision of a region about figures; it holds nothing of a family",
    "inzage_vaststelling": "what the parties agreed to count; it holds nothing of a family",
}
