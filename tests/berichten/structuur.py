"""The findings of the structure check alone: a message of chance keeps no rule on its content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from paraplu import berichten
from paraplu.berichten import Bevinding
from paraplu.berichten.regels.toets import toetsen

#: The rules that a function tests on the content of a message.
INHOUDSREGELS = frozenset(een.code for een in toetsen())


def van_structuur(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """Without those of rules on content; none of these may refuse anything."""
    alle = tuple(bevindingen)
    assert not any(een.weigert for een in alle if een.code in INHOUDSREGELS)
    return tuple(een for een in alle if een.code not in INHOUDSREGELS)


def controleer(bron: Any, *, bestand: str = "") -> tuple[Bevinding, ...]:
    """As `paraplu.berichten.controleer`, without rules on content."""
    return van_structuur(berichten.controleer(bron, bestand=bestand))
