"""What each side says that it does, and the register of exceptional cases."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.gebied import find_gebied
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from ..models import Nakoming, Uitzondering


def read_nakoming(afspraak: str, *, op: date) -> dict[tuple[str, str, str], Nakoming]:
    """The last word on each duty, by duty and party (R297, R299), as known on a day."""
    rijen = Nakoming.objects.filter(afspraak=afspraak, op__lte=op)
    return {(rij.plicht, rij.partij_soort, rij.partij_code): rij for rij in rijen}


def name_partijen(partijen: set[tuple[str, str]]) -> dict[str, str]:
    """What these organisations are called, by `soort-code`; the code where nobody names it."""
    namen = Cijfers(kijk=None).namen()
    gevonden = {
        f"{soort}-{code}": find_gebied(f"{soort}-{code}", namen) for soort, code in partijen
    }
    return {sleutel: gebied.naam if gebied else sleutel for sleutel, gebied in gevonden.items()}


def uitzonderingen_for(gebruiker: Gebruiker) -> QuerySet[Uitzondering]:
    """The exceptional cases of the own GI, also those taken back."""
    gi = gebruiker.organisatie_code
    if not mag(gebruiker, "uitzonderingen", gi):
        return Uitzondering.objects.none()
    return Uitzondering.objects.filter(gi=gi).select_related("door")
