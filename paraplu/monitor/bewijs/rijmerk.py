"""A short mark for a row of a list: safe in an address, and found again in the reader's own list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

#: What tells the rows of a list apart; each indicator has some of these.
WAT_EEN_RIJ_IS = (
    "bericht",
    "volgnummer",
    "maatregel",
    "sleutel",
    "rij",
    "kind",
    "begindatum",
    "vanaf",
    "aanbieder",
    "naar_code",
)


def merk_rij(rij: Mapping[str, Any]) -> str:
    """16 characters; keys and pseudonyms cannot be read from it."""
    delen = [(naam, str(rij[naam])) for naam in WAT_EEN_RIJ_IS if naam in rij]
    return hashlib.sha256(repr(delen).encode()).hexdigest()[:16]


def zoek_rij(rijen: Iterable[Mapping[str, Any]], merk: str) -> Mapping[str, Any] | None:
    """The row with this mark, None when the list has no such row."""
    return next((rij for rij in rijen if merk_rij(rij) == merk), None)
