"""Keep a message with its case: the content encrypted, beside it what may be shown."""

from __future__ import annotations

import hashlib

from django.db import transaction

from paraplu.aanmelden.models import Werkbericht
from paraplu.berichten import Bericht, lees, schrijf
from paraplu.casussen import kluis
from paraplu.casussen.models import Casus, CasusStap

from .duiden import Betekenis, duid
from .uitgaand import Uitgaand


@transaction.atomic
def zet_klaar(
    uitgaand: Uitgaand,
    *,
    casus: Casus | None = None,
    stap: CasusStap | None = None,
    antwoord_op: Werkbericht | None = None,
) -> Werkbericht:
    """Put a message in the outbox, in the transaction of the step that makes it.

    It goes out once that transaction is there, and never when it is rolled back. Raises
    IntegrityError when this sender already used the identification for this kind (TR056).
    """
    gelezen = lees(uitgaand.inhoud)
    return Werkbericht.objects.create(
        richting=Werkbericht.Richting.UIT,
        soort=uitgaand.soort,
        afzender=uitgaand.afzender,
        ontvanger=uitgaand.ontvanger,
        identificatie=uitgaand.identificatie,
        dagtekening=uitgaand.dagtekening,
        casus=casus,
        stap=stap,
        antwoord_op=antwoord_op,
        status=Werkbericht.Status.KLAARGEZET,
        sleutels=sleutels_van(duid(gelezen.bericht)) if gelezen.bericht else [],
        kenmerk=kenmerk_van(uitgaand.inhoud),
        inhoud=seal(uitgaand.inhoud),
    )


def sleutels_van(betekenissen: tuple[Betekenis, ...]) -> list[str]:
    """All keys of a message, each once."""
    return sorted({sleutel for een in betekenissen for sleutel in een.sleutels})


def kenmerk_van(inhoud: bytes) -> str:
    """A keyed hash of these bytes: it says that a file is the same, and nothing of what is in it."""
    return kluis.kenmerk(hashlib.sha256(inhoud).hexdigest())


def kenmerk_van_bericht(bericht: Bericht) -> str:
    """The same of a message that was read: white space and an envelope make no other message of it."""
    return kenmerk_van(schrijf(bericht))


def seal(inhoud: bytes) -> bytes:
    """The bytes encrypted with the key of the families."""
    return kluis.seal(inhoud.decode("latin-1"))


def inhoud_van(bericht: Werkbericht) -> bytes:
    """The bytes as they were sent or received. They hold a BSN: not for a page or a log."""
    return str(kluis.unseal(bericht.inhoud)).encode("latin-1")
