"""Who works in the garden and who sits in its groups; nobody changes employer by it (R55)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction

from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import in_force

from ..fouten import AlLid, NietNodig
from ..models import Bestuursgroep, Bestuurslid, Lid, Lidkennis, Mandaat, Tuin


@transaction.atomic
def add_lid(
    *,
    tuin: Tuin,
    medewerker: Medewerker,
    vanaf: date,
    post: str = "",
    uren: Decimal | None = None,
    bereikbaar: str = "",
) -> Lid:
    """Somebody begins in the garden, from the own organisation. AlLid when already there."""
    if tuin.leden.filter(in_force(vanaf), medewerker=medewerker).exists():
        raise AlLid
    return Lid.objects.create(
        tuin=tuin,
        medewerker=medewerker,
        vanaf=vanaf,
        post=post,
        uren=uren,
        bereikbaar=bereikbaar,
    )


@transaction.atomic
def change_lid(*, lid: Lid, post: str, uren: Decimal | None, bereikbaar: str) -> Lid:
    """Another post, other hours or another way to be reached."""
    lid.post, lid.uren, lid.bereikbaar = post, uren, bereikbaar
    lid.save(update_fields=["post", "uren", "bereikbaar"])
    return lid


@transaction.atomic
def end_lid(*, lid: Lid, tot: date) -> Lid:
    """The last day of a member; from the next day the households are closed for that person."""
    if not Lid.objects.filter(pk=lid.pk, tot=None).update(tot=max(tot, lid.vanaf)):
        raise NietNodig
    lid.refresh_from_db()
    return lid


@transaction.atomic
def give_mandaat(
    *, lid: Lid, waarvoor: str, gegeven_door: str, vanaf: date, tot: date | None = None
) -> Mandaat:
    """A member may act outside the frame of the own organisation, for this, in this period (R254)."""
    return Mandaat.objects.create(
        lid=lid, waarvoor=waarvoor, gegeven_door=gegeven_door, vanaf=vanaf, tot=tot
    )


@transaction.atomic
def note_kennis(*, lid: Lid, onderwerp: str, niveau: str, on: date) -> Lidkennis:
    """How much a member knows of one of the seven subjects (R46)."""
    return Lidkennis.objects.create(lid=lid, onderwerp=onderwerp, niveau=niveau, op=on)


@transaction.atomic
def add_bestuurslid(*, groep: Bestuursgroep, medewerker: Medewerker, vanaf: date) -> Bestuurslid:
    """Somebody sits in a group from a day on."""
    if groep.leden.filter(in_force(vanaf), medewerker=medewerker).exists():
        raise AlLid
    return Bestuurslid.objects.create(groep=groep, medewerker=medewerker, vanaf=vanaf)


@transaction.atomic
def end_bestuurslid(*, lid: Bestuurslid, tot: date) -> Bestuurslid:
    """The last day of somebody in a group."""
    if not Bestuurslid.objects.filter(pk=lid.pk, tot=None).update(tot=max(tot, lid.vanaf)):
        raise NietNodig
    lid.refresh_from_db()
    return lid
