"""The only writer of this room: keys, and the count of requests."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from typing import Final

from django.db import connection, transaction

from paraplu.web.actions import hash_sleutel, write_spoor
from paraplu.web.agenda.actions import hash_token
from paraplu.web.models import Gebruiker

from . import queries
from .models import Sleutel, Teller

DOEL: Final = "gegevens voor andere systemen"
VOORVOEGSEL: Final = "pp_"
#: Keys of one account that may work at the same time, and how long one works at most.
HOOGSTENS: Final = 5
LANGSTE: Final = timedelta(days=366)
BEWAAR: Final = timedelta(minutes=10)


class SleutelFout(ValueError):
    """A key that cannot be made; the message is a Dutch sentence."""


@transaction.atomic
def make_sleutel(*, gebruiker: Gebruiker, naam: str, einddatum: date, op: datetime) -> str:
    """A new key of this account: shown once, then known to nobody. Raises SleutelFout."""
    # Whoever clicks twice at once waits here.
    Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    vandaag = op.date()
    if not vandaag <= einddatum <= vandaag + LANGSTE:
        raise SleutelFout("Een sleutel werkt hoogstens een jaar. Kies een dag vanaf vandaag.")
    if queries.count_werkend(gebruiker, on=vandaag) >= HOOGSTENS:
        raise SleutelFout(f"U hebt al {HOOGSTENS} sleutels die werken. Trek er eerst een in.")
    token = VOORVOEGSEL + secrets.token_urlsafe(32)
    sleutel = Sleutel.objects.create(
        gebruiker=gebruiker,
        naam=naam,
        kenmerk=token[:9],
        hash=hash_token(token),
        gemaakt_op=op,
        einddatum=einddatum,
    )
    write_spoor(
        gebruiker=gebruiker,
        handeling="API-sleutel maken",
        voorwerp=f"{sleutel.kenmerk} tot en met {einddatum}",
        doel=DOEL,
    )
    return token


@transaction.atomic
def withdraw_sleutel(*, sleutel: Sleutel, by: Gebruiker, op: datetime) -> bool:
    """End a key at once; False when it had ended already."""
    geraakt = Sleutel.objects.filter(pk=sleutel.pk, ingetrokken_op=None).update(
        ingetrokken_op=op, ingetrokken_door=by
    )
    if geraakt:
        write_spoor(
            gebruiker=by,
            handeling="API-sleutel intrekken",
            voorwerp=f"{sleutel.kenmerk} van account {sleutel.gebruiker_id}",
            doel=DOEL,
        )
    return bool(geraakt)


def mark_gebruikt(*, nummer: int, on: date) -> None:
    """Remember the day on which a key was used: one write a day."""
    Sleutel.objects.filter(pk=nummer).exclude(laatst_gebruikt=on).update(laatst_gebruikt=on)


def count_verzoek(*, wie: str, op: datetime) -> int:
    """Count a request of `wie` and give how many there were this minute.

    One statement, so that two at the same moment are two. Old minutes go when a new one begins.
    """
    minuut = op.replace(second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Teller._meta.db_table} (wie, minuut, aantal) VALUES (%s, %s, 1)"  # noqa: S608
            f" ON CONFLICT (wie, minuut) DO UPDATE SET aantal = {Teller._meta.db_table}.aantal + 1"
            " RETURNING aantal",
            [hash_sleutel("api", wie), minuut],
        )
        aantal = int(cursor.fetchone()[0])
    if aantal == 1:
        Teller.objects.filter(minuut__lt=op - BEWAAR).delete()
    return aantal
