"""Write who asked whom for advice, and who is in the fixed group of a gemeente (R36, R234, R239)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..models import Consultatie, Groepslid, LokaleGroep, Organisatie

DOEL = "overleg en advies"


@transaction.atomic
def write_consultatie(*, velden: dict[str, Any], by: Gebruiker) -> Consultatie:
    """One organisation asked another for advice; `gezin` is a number, texts name nobody."""
    consultatie = Consultatie.objects.create(door=by, **velden)
    write_spoor(
        gebruiker=by,
        handeling="consultatie noteren",
        voorwerp=f"consultatie {consultatie.pk}",
        doel=DOEL,
        gezin=consultatie.gezin,
    )
    return consultatie


@transaction.atomic
def add_groep(*, gemeente: str, deel: str, vanaf: date, by: Gebruiker) -> LokaleGroep:
    """A fixed group for a gemeente or a part of it."""
    groep = LokaleGroep.objects.create(gemeente=gemeente, deel=deel, vanaf=vanaf)
    _write("groep toevoegen", groep, by)
    return groep


@transaction.atomic
def add_lid(
    *, groep: LokaleGroep, organisatie: Organisatie, naam: str, vanaf: date, by: Gebruiker
) -> Groepslid:
    """Somebody joins the fixed group."""
    lid = Groepslid.objects.create(groep=groep, organisatie=organisatie, naam=naam, vanaf=vanaf)
    _write("groepslid toevoegen", groep, by)
    return lid


@transaction.atomic
def end_lid(*, lid: Groepslid, tot: date, by: Gebruiker) -> Groepslid:
    """The last day of somebody in the group."""
    lid.tot = tot
    lid.save(update_fields=["tot"])
    _write("groepslid beëindigen", lid.groep, by)
    return lid


@transaction.atomic
def write_bijeenkomst(*, groep: LokaleGroep, dag: date, by: Gebruiker) -> LokaleGroep:
    """The group met; an earlier day than the last one known changes nothing."""
    if groep.laatste_bijeenkomst is None or dag > groep.laatste_bijeenkomst:
        groep.laatste_bijeenkomst = dag
        groep.save(update_fields=["laatste_bijeenkomst"])
    _write("bijeenkomst noteren", groep, by)
    return groep


def _write(handeling: str, groep: LokaleGroep, by: Gebruiker) -> None:
    write_spoor(gebruiker=by, handeling=handeling, voorwerp=f"groep {groep.pk}", doel=DOEL)
