"""What somebody of the family read: a row for the professional, and a line in the trace."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from paraplu.web.wand.verzoek import beyond_wall

from ..models import Leesmoment
from ..queries.lezer import Leesstuk, Lezer
from ..spoor import trace

DEZELFDE: Final = timedelta(minutes=10)


def note_leesmoment(lezer: Lezer, rij: Leesstuk, *, op: datetime) -> None:
    """This item was opened; coming back to it within minutes is the same reading."""
    welk = {
        "uitnodiging": lezer.uitnodiging,
        "stuk_soort": rij.soort.sleutel,
        "stuk_sleutel": rij.stuk.sleutel,
    }
    with beyond_wall():
        if not Leesmoment.objects.filter(moment__gt=op - DEZELFDE, **welk).exists():
            Leesmoment.objects.create(stuk_titel=rij.stuk.titel[:200], moment=op, **welk)
    bij = f"{rij.soort.sleutel} {rij.stuk.sleutel}"
    trace(lezer.uitnodiging, "meelezen: stuk lezen", bij=bij)


def note_pagina(lezer: Lezer, pagina: str) -> None:
    """A page without an item was opened, such as who looked."""
    trace(lezer.uitnodiging, f"meelezen: {pagina}"[:40])
