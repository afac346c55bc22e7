"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.web.wand.beleid import Beleid, Functie

BELEID: Final[tuple[Beleid, ...]] = ()
FUNCTIES: Final[tuple[Functie, ...]] = ()
VRIJ: Final[dict[str, str]] = {
    "api_sleutel": "hashes of keys; a key is looked up before it is known whose it is",
    "api_teller": "how many requests came in a minute; it holds nothing of a family",
}
