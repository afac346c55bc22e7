"""Who fills the digest: each room above this one registers what it has to say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..models import Gebruiker

#: Lines for one user on one day: what waits, with numbers and dates, never a name.
Bron = Callable[[Gebruiker, date], list[str]]

_bronnen: list[Bron] = []


def register_bron(bron: Bron) -> Bron:
    """Let `bron` fill a part of every digest; registered twice it fills one. Also a decorator."""
    if bron not in _bronnen:
        _bronnen.append(bron)
    return bron


def collect_regels(gebruiker: Gebruiker, on: date) -> list[tuple[str, str]]:
    """All lines for this user, each with the name of the function that gave it."""
    return [
        (" ".join(regel.split()), bron.__name__)
        for bron in tuple(_bronnen)
        for regel in bron(gebruiker, on)
        if regel.strip()
    ]
