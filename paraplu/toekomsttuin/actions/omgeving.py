"""What stands around a garden: registers to which lines are added, expertise, and complaints."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from paraplu.netwerk.models import Medewerker

from ..fouten import NietNodig, TuinFout
from ..models import (
    Clientinbreng,
    Expertise,
    Klacht,
    Leermoment,
    Pilot,
    Pilotles,
    Teamkwaliteit,
    Tuin,
)
from ..onderwerpen import CONDITIES

Regel = TypeVar("Regel", Leermoment, Clientinbreng, Klacht)


@transaction.atomic
def add_regel(tabel: type[Regel], /, *, tuin: Tuin, by: Medewerker, **velden: Any) -> Regel:
    """A moment of learning (R258), what clients said (R49), or a complaint (R224)."""
    return tabel.objects.create(tuin=tuin, door=by, **velden)


@transaction.atomic
def settle_klacht(*, klacht: Klacht, afhandeling: str, les: str, on: date) -> Klacht:
    """How a complaint was handled and what we learn by it; once."""
    gedaan = Klacht.objects.filter(pk=klacht.pk, afgehandeld_op=None).update(
        afgehandeld_op=on, afhandeling=afhandeling, les=les
    )
    if not gedaan:
        raise NietNodig
    klacht.refresh_from_db()
    return klacht


@transaction.atomic
def add_expertise(*, tuin: Tuin, **velden: Any) -> Expertise:
    """Whom the garden can call for special knowledge (R47)."""
    return Expertise.objects.create(tuin=tuin, **velden)


@transaction.atomic
def end_expertise(*, regel: Expertise, tot: date) -> Expertise:
    """From the next day this line of the directory is gone."""
    if not Expertise.objects.filter(pk=regel.pk, tot=None).update(tot=tot):
        raise NietNodig
    regel.refresh_from_db()
    return regel


@transaction.atomic
def add_pilot(*, by: Medewerker, **velden: Any) -> Pilot:
    """A pilot to learn from (R247)."""
    return Pilot.objects.create(door=by, **velden)


@transaction.atomic
def add_pilotles(*, pilot: Pilot, conditie: str, tekst: str, by: Medewerker, on: date) -> Pilotles:
    """What a pilot taught, beside the condition it is about."""
    if conditie not in CONDITIES:
        raise TuinFout("Kies een van de elf afspraken.")
    return Pilotles.objects.create(pilot=pilot, conditie=conditie, tekst=tekst, op=on, door=by)


@transaction.atomic
def note_teamkwaliteit(*, by: Medewerker, on: date, **velden: Any) -> Teamkwaliteit:
    """What is known of the quality of a lokaal team (R248); what was said before stays."""
    return Teamkwaliteit.objects.create(door=by, op=on, **velden)
