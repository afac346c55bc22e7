"""Write which organisations there are: partners join and leave (R14, R17, R156)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..models import Organisatie, Soort

DOEL = "organisaties"
#: A GI joins on one of these days of the year, as month and day (R156).
TOETREDEN = ((1, 1), (4, 1), (7, 1), (10, 1))


class NoDayToJoin(ValueError):
    """A GI joins at the beginning of a quarter only."""


class KeyTaken(ValueError):
    """There is an organisation with this key."""


@transaction.atomic
def add_organisatie(
    *,
    sleutel: str,
    soort: str,
    naam: str,
    vanaf: date,
    by: Gebruiker,
    code: str = "",
    regio: str = "",
    gemeente: str = "",
) -> Organisatie:
    """A partner from a day. Raises NoDayToJoin and KeyTaken."""
    if soort == Soort.GI and (vanaf.month, vanaf.day) not in TOETREDEN:
        raise NoDayToJoin(vanaf.isoformat())
    if Organisatie.objects.filter(sleutel=sleutel).exists():
        raise KeyTaken(sleutel)
    organisatie = Organisatie.objects.create(
        sleutel=sleutel, soort=soort, naam=naam, vanaf=vanaf, code=code, regio=regio,
        gemeente=gemeente,
    )  # fmt: skip
    _write("organisatie toevoegen", organisatie, by)
    return organisatie


@transaction.atomic
def end_organisatie(*, organisatie: Organisatie, tot: date, by: Gebruiker) -> Organisatie:
    """The last day of a partner; its people and contacts keep their own dates."""
    organisatie.tot = tot
    organisatie.save(update_fields=["tot"])
    _write("organisatie beëindigen", organisatie, by)
    return organisatie


def _write(handeling: str, organisatie: Organisatie, by: Gebruiker) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=organisatie.sleutel, doel=DOEL)
