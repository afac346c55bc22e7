"""The only writer of calendar links."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from ..actions import write_spoor
from ..models import Agendasleutel, Gebruiker

DOEL = "eigen agenda"


def hash_token(token: str) -> str:
    """What is kept of a token. It is 256 bits of chance, so no salt and no slow hash are needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


@transaction.atomic
def give_sleutel(*, gebruiker: Gebruiker, op: datetime) -> str:
    """A new token for this user's calendar link; the old link ends. Shown once, then unknown."""
    # Whoever clicks twice at once waits here, and ends the first of the two.
    Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    _end(gebruiker, op)
    token = secrets.token_urlsafe(32)
    Agendasleutel.objects.create(gebruiker=gebruiker, hash=hash_token(token))
    write_spoor(gebruiker=gebruiker, handeling="agendalink maken", doel=DOEL)
    return token


@transaction.atomic
def withdraw_sleutel(*, gebruiker: Gebruiker, op: datetime) -> bool:
    """End this user's calendar link; False when there was none."""
    geweest = _end(gebruiker, op)
    if geweest:
        write_spoor(gebruiker=gebruiker, handeling="agendalink intrekken", doel=DOEL)
    return geweest


def _end(gebruiker: Gebruiker, op: datetime) -> bool:
    geldig = Agendasleutel.objects.filter(gebruiker=gebruiker, ingetrokken_op=None)
    return bool(geldig.update(ingetrokken_op=op))
