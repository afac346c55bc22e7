"""The only reader of this room: demo accounts, someone's own trace, and who looked at a family."""

from __future__ import annotations

from django.db.models import QuerySet

from .models import Gebruiker, Spoor


def demo_accounts() -> QuerySet[Gebruiker]:
    """The accounts of the demo, in the order of their kind; empty where there is no demo."""
    return Gebruiker.objects.filter(is_demo=True, is_active=True).order_by("id")


def spoor_of(gebruiker: Gebruiker, *, hoogstens: int = 25) -> QuerySet[Spoor]:
    """The last lines of the trace that this user left."""
    return Spoor.objects.filter(gebruiker=gebruiker)[:hoogstens]


def spoor_of_gezin(gezin: str) -> QuerySet[Spoor]:
    """Who looked at this family or did something for it, and why; the last one first (R4)."""
    return Spoor.objects.filter(gezin=gezin)
