"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.verslagen.wand import FUNCTIES as VAN_VERSLAGEN
from paraplu.verslagen.wand import VAN_ONS
from paraplu.web.wand.beleid import Beleid, Functie

from .rechten import MATRIX

_PARTIJEN: Final = ", ".join(f"'{soort}'" for soort in sorted(MATRIX["voorstel"]))
#: As `voorstellen_for`: one's own, and what was shared for who is a party.
MAG: Final = f"(SELECT wand_soort()) IN ({_PARTIJEN}) AND (({VAN_ONS}) OR gedeeld_op IS NOT NULL)"
BELEID: Final[tuple[Beleid, ...]] = (Beleid("vooruit_voorstel", MAG),)
FUNCTIES: Final[tuple[Functie, ...]] = VAN_VERSLAGEN
VRIJ: Final[dict[str, str]] = {}
