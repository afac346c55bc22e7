"""The only reader of this room: who is who on a day, and in whose place somebody may act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from paraplu.web.models import Gebruiker

from .models import Afwezigheid, Functie, Medewerker, Organisatie, RegioInstelling


def in_force(op: date, *, voor: str = "") -> Q:
    """The condition that a row with `vanaf` and `tot` holds on a day, `tot` included."""
    return Q(**{f"{voor}vanaf__lte": op}) & (
        Q(**{f"{voor}tot": None}) | Q(**{f"{voor}tot__gte": op})
    )


def medewerker_of(gebruiker: Gebruiker, *, op: date) -> Medewerker | None:
    """The person at work behind an account, None for who has none or has left."""
    return Medewerker.objects.filter(in_force(op), gebruiker=gebruiker).first()


def stands_in_for(medewerker: Medewerker, *, op: date) -> QuerySet[Medewerker]:
    """The people in whose place this person may act on a day."""
    weg = Afwezigheid.objects.filter(in_force(op), vervanger=medewerker)
    return Medewerker.objects.filter(in_force(op), afwezigheden__in=weg).distinct()


def functies_on(medewerker: Medewerker, *, op: date) -> QuerySet[Functie]:
    """The roles this person has on a day, own ones and those of whom they stand in for."""
    wie = Q(medewerker=medewerker) | Q(medewerker__in=stands_in_for(medewerker, op=op))
    return Functie.objects.filter(in_force(op), wie).select_related("organisatie", "team")


def has_rol(medewerker: Medewerker, rol: str, organisatie: Organisatie, *, op: date) -> bool:
    """Whether this person has the role for this organisation on a day, as deputy too."""
    return functies_on(medewerker, op=op).filter(rol=rol, organisatie=organisatie).exists()


def people_with(rol: str, organisaties: Iterable[Organisatie], *, op: date) -> QuerySet[Medewerker]:
    """Who has the role for one of these organisations on a day."""
    functies = Functie.objects.filter(in_force(op), rol=rol, organisatie__in=organisaties)
    return Medewerker.objects.filter(in_force(op), functies__in=functies).distinct()


def instelling(regio: str, sleutel: str, *, op: date, anders: str = "") -> str:
    """What a region chose, as in force on a day."""
    rij = (
        RegioInstelling.objects.filter(regio=regio, sleutel=sleutel, vanaf__lte=op)
        .order_by("-vanaf")
        .first()
    )
    return rij.waarde if rij else anders


def organisatie(sleutel: str) -> Organisatie:
    """The organisation with this key of ours; Organisatie.DoesNotExist when there is none."""
    return Organisatie.objects.get(sleutel=sleutel)
