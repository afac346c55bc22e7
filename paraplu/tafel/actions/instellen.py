"""What a table chose: its settings and its weekly moments (R77, R81, R86, R261)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django.db import transaction

from paraplu.casussen.fouten import CasusFout, StaleSave
from paraplu.netwerk.models import Organisatie, Soort
from paraplu.netwerk.queries import in_force
from paraplu.termijnen.moment import dag_van

from ..models import Slot, Tafel, Zitting
from ..regels import begins_with


def open_tafels(*, on: date) -> None:
    """Every organisation that is a table has its settings; they begin the same everywhere (R86)."""
    zonder = Organisatie.objects.filter(in_force(on), soort=Soort.TAFEL, tafel=None)
    for organisatie in zonder:
        Tafel.objects.get_or_create(
            organisatie=organisatie, defaults=begins_with(organisatie.regio)
        )


@transaction.atomic
def change_tafel(*, tafel: Tafel, velden: Mapping[str, Any], versie: int) -> Tafel:
    """Save settings; StaleSave when another saved a newer version."""
    rij = Tafel.objects.select_for_update().get(pk=tafel.pk)
    if rij.versie != versie:
        raise StaleSave(rij.versie)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.versie += 1
    rij.save()
    return rij


@transaction.atomic
def add_slot(
    *, tafel: Tafel, weekdag: int, begin: time, einde: time, plaats: str, vanaf: date
) -> Slot:
    """A moment every week from a day; CasusFout when the table is busy then."""
    Tafel.objects.select_for_update().get(pk=tafel.pk)
    overlap = tafel.slots.filter(tot=None, weekdag=weekdag, begin__lt=einde, einde__gt=begin)
    if overlap.exists():
        raise CasusFout("Op deze tijd heeft de tafel al een vast moment.")
    return Slot.objects.create(
        tafel=tafel, weekdag=weekdag, begin=begin, einde=einde, plaats=plaats, vanaf=vanaf
    )


@transaction.atomic
def end_slot(*, slot: Slot, tot: date) -> Slot:
    """The last day of a weekly moment; talks that are planned after it are moved first."""
    Tafel.objects.select_for_update().get(pk=slot.tafel_id)
    later = _planned(slot)
    if any(dag > tot for dag in later):
        raise CasusFout("Na deze dag is er nog een gesprek gepland. Verzet dat eerst.")
    slot.tot = max(tot, slot.vanaf)
    slot.save(update_fields=["tot"])
    return slot


@transaction.atomic
def skip_slot(*, slot: Slot, dag: date) -> Slot:
    """This one time it is not held."""
    Tafel.objects.select_for_update().get(pk=slot.tafel_id)
    if dag in _planned(slot):
        raise CasusFout("Op deze dag is een gesprek gepland. Verzet dat eerst.")
    slot.vervalt_op = sorted({*slot.vervalt_op, dag})
    slot.save(update_fields=["vervalt_op"])
    return slot


def _planned(slot: Slot) -> list[date]:
    rijen = slot.zittingen.filter(status=Zitting.Status.GEPLAND).values_list("begin", flat=True)
    return [dag_van(begin) for begin in rijen]
