"""A region answers an item of a checklist; the answers before it stay (R182, R184)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.web.models import Gebruiker

from ..lijsten import LIJSTEN
from ..models import Lijstantwoord


@transaction.atomic
def note_antwoord(
    *,
    regio: str,
    lijst: str,
    sleutel: str,
    stand: str,
    bewijs: str,
    by: Gebruiker,
    on: date,
    sinds: date | None = None,
) -> Lijstantwoord:
    """How an item stands from now on; KeyError for an item that is not on the list."""
    if sleutel not in {naam for naam, _tekst, _bron in LIJSTEN[lijst].punten}:
        raise KeyError(sleutel)
    return Lijstantwoord.objects.create(
        regio=regio, lijst=lijst, sleutel=sleutel, stand=stand, sinds=sinds, bewijs=bewijs,
        op=on, door=by,
    )  # fmt: skip
