"""Write lines of the contact directory: a change ends a line and begins a new one (R24, R27, R28)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker

from ..models import Contact, Reden

DOEL = "contactbeheer"


class ContactChangedMeanwhile(Exception):
    """Somebody else ended or replaced this line since it was shown."""


@transaction.atomic
def add_contact(*, velden: Mapping[str, Any], by: Gebruiker, on: date) -> Contact:
    """A new line from its own `vanaf`; who wrote it confirmed it."""
    contact = _create(velden, by, on)
    _write("contact toevoegen", contact, by)
    return contact


@transaction.atomic
def change_contact(
    *, contact: Contact, velden: Mapping[str, Any], reden: str, by: Gebruiker, on: date
) -> Contact:
    """End the line yesterday and begin the next one on `on`, with the reason (R235, forms.md 7)."""
    _close(contact, tot=on - timedelta(days=1))
    nieuw = _create({**velden, "reden": reden, "vanaf": on, "vorige": contact}, by, on)
    _write("contact wijzigen", nieuw, by)
    return nieuw


@transaction.atomic
def end_contact(*, contact: Contact, tot: date, reden: str, by: Gebruiker) -> Contact:
    """The last day of a line, without anybody after it; the page then says what is missing."""
    _close(contact, tot=tot, reden=reden)
    _write("contact beëindigen", contact, by)
    return contact


@transaction.atomic
def confirm_contacten(*, contacten: Iterable[Contact], by: Gebruiker, on: date) -> int:
    """Say that these lines still hold on this day (R27); gives how many."""
    aantal = 0
    for contact in contacten:
        geldt = Q(tot=None) | Q(tot__gte=on)
        aantal += Contact.objects.filter(geldt, pk=contact.pk).update(
            bevestigd_op=on, bevestigd_door=by
        )
        _write("contact bevestigen", contact, by)
    return aantal


def _create(velden: Mapping[str, Any], by: Gebruiker, on: date) -> Contact:
    gegevens = {"reden": Reden.NIEUW, "vanaf": on, **velden}
    return Contact.objects.create(bevestigd_op=on, bevestigd_door=by, **gegevens)


def _close(contact: Contact, *, tot: date, **meer: str) -> None:
    # The condition is the lock: of two simultaneous changes one updates no row.
    open_regel = Contact.objects.filter(pk=contact.pk, tot=contact.tot, volgende=None)
    if not open_regel.update(tot=tot, **meer):
        raise ContactChangedMeanwhile(contact.pk)
    contact.tot = tot


def _write(handeling: str, contact: Contact, by: Gebruiker) -> None:
    plaats = contact.gemeente or contact.regio
    write_spoor(
        gebruiker=by,
        handeling=handeling,
        voorwerp=f"contact {contact.pk}: {contact.soort} {plaats}",
        doel=DOEL,
    )
