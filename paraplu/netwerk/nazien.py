"""What the review of accounts (`web/inloggen`) shows of somebody's work: the functions of a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .models import Functie
from .queries import in_force
from .rollen import NAMEN


def functies_of(nummers: Iterable[int], op: date) -> dict[int, list[str]]:
    """The functions in force on this day, per number of an account."""
    functies = (
        Functie.objects.filter(in_force(op), medewerker__gebruiker__in=list(nummers))
        .select_related("organisatie", "medewerker")
        .order_by("rol", "organisatie__naam")
    )
    gevonden: dict[int, list[str]] = {}
    for functie in functies:
        tekst = f"{NAMEN.get(functie.rol, functie.rol)}, {functie.organisatie.naam}"
        gevonden.setdefault(functie.medewerker.gebruiker_id, []).append(tekst)
    return gevonden
