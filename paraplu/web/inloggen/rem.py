"""The brake on guessing numbers of the second step; apart from the one on passwords."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..actions import VENSTER, hash_sleutel
from ..models import Aanmeldpoging, Gebruiker

#: Wrong numbers before the door closes: for the rest of a quarter, and for the rest of a day.
PER_KWARTIER = 5
PER_DAG = 20


def is_geremd(*, gebruiker: Gebruiker, op: datetime) -> bool:
    """Whether too many wrong numbers came in lately for this account."""
    pogingen = Aanmeldpoging.objects.filter(sleutel=_sleutel(gebruiker))
    return (
        pogingen.filter(wanneer__gt=op - VENSTER).count() >= PER_KWARTIER
        or pogingen.filter(wanneer__gt=op - timedelta(days=1)).count() >= PER_DAG
    )


def count_misser(*, gebruiker: Gebruiker) -> None:
    """Remember that a wrong number came in."""
    Aanmeldpoging.objects.create(sleutel=_sleutel(gebruiker))


def _sleutel(gebruiker: Gebruiker) -> str:
    return hash_sleutel("tweede stap", str(gebruiker.pk))
