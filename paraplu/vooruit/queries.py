"""The only reader of this room: which proposals may this user see?"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .models import Voorstel


def voorstellen_for(gebruiker: Gebruiker) -> QuerySet[Voorstel]:
    """Those of the own organisation, and those shared with the parties."""
    alle = Voorstel.objects.select_related("door", "besloten_door")
    if not mag(gebruiker, "voorstel"):
        return alle.none()
    return alle.filter(van_ons(gebruiker) | Q(gedeeld_op__isnull=False))


def own_voorstellen(gebruiker: Gebruiker) -> QuerySet[Voorstel]:
    """Those that the own organisation made, to share."""
    return voorstellen_for(gebruiker).filter(van_ons(gebruiker))


def van_ons(gebruiker: Gebruiker) -> Q:
    """Made by the organisation of this user."""
    return Q(
        organisatie_soort=gebruiker.organisatie_soort, organisatie_code=gebruiker.organisatie_code
    )


def find_voorstel(pk: int) -> Voorstel | None:
    """The proposal of this number, for the worker."""
    return Voorstel.objects.filter(pk=pk).first()


def has_demo_voorstel(titel: str) -> bool:
    """Whether a proposal of this title is there already."""
    return Voorstel.objects.filter(titel=titel).exists()
