"""The only reader of this room's tables."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from paraplu.web.agenda.actions import hash_token
from paraplu.web.models import Gebruiker, Soort

from .models import Sleutel


def sleutel_of_token(token: str, *, on: date) -> Sleutel | None:
    """The key that this is, when it works on this day."""
    gevonden = Sleutel.objects.select_related("gebruiker").filter(hash=hash_token(token)).first()
    return gevonden if gevonden is not None and gevonden.is_geldig(on=on) else None


def sleutels_for(gebruiker: Gebruiker) -> QuerySet[Sleutel]:
    """Keys that this user may see and revoke: the own, and the administrator those of everybody."""
    alle = Sleutel.objects.select_related("gebruiker", "ingetrokken_door")
    return alle if gebruiker.soort == Soort.BEHEERDER else alle.filter(gebruiker=gebruiker)


def count_werkend(gebruiker: Gebruiker, *, on: date) -> int:
    """How many keys of this account still work."""
    return Sleutel.objects.filter(
        gebruiker=gebruiker, ingetrokken_op=None, einddatum__gte=on
    ).count()
