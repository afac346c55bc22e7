"""What leans on one person, to be seen when that person is away or leaves (R235).

Rooms above this one add what they know: `register(fn)`, with `fn(medewerker, *, op)` giving lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.urls import reverse

from . import queries
from .models import Medewerker
from .vcard import plaats_van


@dataclass(frozen=True)
class Betrokken:
    """One thing that leans on somebody, in words that name no family, and where it is."""

    tekst: str
    adres: str


class Bron(Protocol):
    """Gives what leans on somebody on a day."""

    def __call__(self, medewerker: Medewerker, *, op: date) -> Iterable[Betrokken]: ...


_BRONNEN: dict[str, Bron] = {}


def register(naam: str, bron: Bron) -> None:
    """Add a source; an AppConfig calls this once, at the start."""
    _BRONNEN[naam] = bron


def betrokken_bij(medewerker: Medewerker, *, op: date) -> list[Betrokken]:
    """Everything that leans on this person on a day."""
    return [regel for bron in _BRONNEN.values() for regel in bron(medewerker, op=op)]


def contacten_van(medewerker: Medewerker, *, op: date) -> list[Betrokken]:
    """The lines of the directory that name this person."""
    return [
        Betrokken(
            f"{contact.get_soort_display()}, {plaats_van(contact)}",
            reverse("contact", args=[contact.pk]),
        )
        for contact in queries.contacten_op(op).filter(medewerker=medewerker)
    ]


register("contacten", contacten_van)
