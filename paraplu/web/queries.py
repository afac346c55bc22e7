"""The only reader of this room: demo accounts and someone's own trace."""

from __future__ import annotations

from django.db.models import QuerySet

from .models import Gebruiker, Spoor


def demo_accounts() -> QuerySet[Gebruiker]:
    """The accounts of the demo, in the order of their kind; empty where there is no demo."""
    return Gebruiker.objects.filter(is_demo=True, is_active=True).order_by("id")


def spoor_of(gebruiker: Gebruiker, *, hoogstens: int = 25) -> QuerySet[Spoor]:
    """The last lines of the trace that this user left."""
    return Spoor.objects.filter(gebruiker=gebruiker)[:hoogstens]
