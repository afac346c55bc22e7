"""The only reader of calendar links."""

from __future__ import annotations

from datetime import date

from ..models import Agendasleutel, Gebruiker
from ..webadres import full_adres
from .actions import hash_token


def gebruiker_of_sleutel(token: str, *, on: date) -> Gebruiker | None:
    """Whose calendar this token opens on this day; None when it is wrong, withdrawn, or whose
    account has ended."""
    sleutel = (
        Agendasleutel.objects.select_related("gebruiker")
        .filter(hash=hash_token(token), ingetrokken_op=None)
        .first()
    )
    return sleutel.gebruiker if sleutel and sleutel.gebruiker.is_geldig(on=on) else None


def sleutel_of(gebruiker: Gebruiker) -> Agendasleutel | None:
    """The link that this user has now."""
    return Agendasleutel.objects.filter(gebruiker=gebruiker, ingetrokken_op=None).first()


def feed_adres(token: str) -> str:
    """Where an agenda reads the feed: the route of it is `agenda/<token>.ics`."""
    return full_adres(f"/agenda/{token}.ics")
