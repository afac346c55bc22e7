"""What somebody of the family read: a row for the professional, and a line in the trace."""

from __future__ import annotations

from datetime import datetime

from paraplu.web.wand.verzoek import beyond_wall

from ..models import Lezing
from ..queries.lezer import Leesstuk, Lezer
from ..spoor import trace


def note_lezing(lezer: Lezer, rij: Leesstuk, *, op: datetime) -> None:
    """This item was opened."""
    with beyond_wall():
        Lezing.objects.create(
            uitnodiging=lezer.uitnodiging,
            stuk_soort=rij.soort.sleutel,
            stuk_sleutel=rij.stuk.sleutel,
            stuk_titel=rij.stuk.titel[:200],
            moment=op,
        )
    bij = f"{rij.soort.sleutel} {rij.stuk.sleutel}"
    trace(lezer.uitnodiging, "meelezen: stuk lezen", bij=bij)


def note_pagina(lezer: Lezer, pagina: str) -> None:
    """A page without an item was opened, such as who looked."""
    trace(lezer.uitnodiging, f"meelezen: {pagina}"[:40])
