"""Who can be invited to which case, and how old somebody is."""

from __future__ import annotations

from datetime import date
from typing import Final

from paraplu.casussen.models import Casus, Persoon

from .sms import clean_nummer

#: From this age on a child has a view of its own (P27).
EIGEN_BLIK: Final = 12
OUDERS: Final = frozenset({Persoon.Rol.OUDER, Persoon.Rol.OPVOEDER})


def age_of(persoon: Persoon, *, on: date) -> int | None:
    """Years that have been completed on a day; None when the day of birth is not known."""
    geboren = persoon.geboortedatum
    if geboren is None:
        return None
    return on.year - geboren.year - ((on.month, on.day) < (geboren.month, geboren.day))


def reason_not_to_invite(persoon: Persoon, casus: Casus, *, on: date) -> str:
    """Why this person may not read along in this case; "" when it may."""
    if persoon.gezin_id != casus.gezin_id:
        return "Deze persoon hoort niet bij dit gezin."
    if persoon.rol in OUDERS:
        return ""
    if persoon.rol == Persoon.Rol.KIND:
        return _reason_of_child(persoon, casus, on=on)
    return "Alleen ouders, opvoeders en kinderen van twaalf jaar of ouder lezen mee."


def _reason_of_child(kind: Persoon, casus: Casus, *, on: date) -> str:
    if casus.kind_id not in {None, kind.pk}:
        return "Deze casus gaat over een ander kind."
    jaren = age_of(kind, on=on)
    if jaren is None:
        return "Van dit kind staat geen geboortedatum in het dossier. Vul die eerst in."
    return "" if jaren >= EIGEN_BLIK else "Een kind leest zelf mee vanaf twaalf jaar."


def own_nummer(persoon: Persoon) -> str:
    """The number to which a code can go, when the file has one that is nobody else's in the family.

    A child and a parent with one phone would read each other's codes.
    """
    nummer = clean_nummer(persoon.telefoon)
    anderen = Persoon.objects.filter(gezin=persoon.gezin_id).exclude(pk=persoon.pk)
    van_een_ander = {clean_nummer(tekst) for tekst in anderen.values_list("telefoon", flat=True)}
    return "" if nummer in van_een_ander else nummer
