"""The only reader of mail and of what people chose."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from ..models import Gebruiker, Postkeuze


def keuze_of(gebruiker: Gebruiker) -> Postkeuze:
    """What this user chose; what holds for who chose nothing is not stored."""
    return Postkeuze.objects.filter(gebruiker=gebruiker).first() or Postkeuze(gebruiker=gebruiker)


def ontvangers(ritmes: Iterable[str]) -> QuerySet[Gebruiker]:
    """Who chose one of these rhythms and has an address."""
    return Gebruiker.objects.filter(postkeuze__overzicht__in=list(ritmes)).exclude(e_mail="")
