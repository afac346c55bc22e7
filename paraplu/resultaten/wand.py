"""The tables of this room behind the second wall: who sees which row, one line per table.

The figures made of the register are read beyond the wall; its rows are for the GI that wrote them.
"""

from __future__ import annotations

from typing import Final

from paraplu.verslagen.wand import FUNCTIES as SOORT_EN_ORGANISATIE
from paraplu.web.wand.beleid import Beleid, Functie

FUNCTIES: Final[tuple[Functie, ...]] = SOORT_EN_ORGANISATIE
BELEID: Final[tuple[Beleid, ...]] = (
    Beleid(
        "resultaten_uitzondering",
        "'gi:' || gi = (SELECT wand_organisatie()) AND (SELECT wand_soort()) = 'gi'",
    ),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {
    "resultaten_nakoming": "what an organisation says that it does, of no family",
}
