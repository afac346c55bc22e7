"""The courier of the demo: what one party sends, the other one has at once, with its answer.

No files: both sides are in this Paraplu. What was sent and received is kept as always, and the
monitor counts it with the next round of the post.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from paraplu.aanmelden.berichtenpost.beantwoorden import beantwoord
from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.berichtenpost.inschrijven import (
    schrijf_antwoord_in,
    schrijf_heenbericht_in,
)
from paraplu.aanmelden.models import Werkbericht
from paraplu.berichten import lees
from paraplu.casussen.models import Casus

#: A message and its answer, and an answer that itself is none: more rounds are a mistake.
RONDES: Final = 4


class PostBlijftGaan(RuntimeError):
    """Messages keep causing messages."""


@transaction.atomic
def deliver(*, nu: datetime, casus: Casus) -> int:
    """Bring everything of a case that waits, until nothing does; gives how many messages went."""
    gebracht = 0
    for _ronde in range(RONDES):
        wachtend = list(
            Werkbericht.objects.select_for_update(of=("self",)).filter(
                casus=casus, status=Werkbericht.Status.KLAARGEZET
            )
        )
        if not wachtend:
            return gebracht
        for bericht in wachtend:
            _bring(bericht, nu)
        gebracht += len(wachtend)
    raise PostBlijftGaan(casus.nummer)


def _bring(bericht: Werkbericht, nu: datetime) -> None:
    bericht.status, bericht.verzonden = Werkbericht.Status.VERZONDEN, nu
    bericht.save(update_fields=["status", "verzonden"])
    inhoud = inhoud_van(bericht)
    gelezen = lees(inhoud, bestand=bericht.bestandsnaam, vandaag=localdate(nu))
    if gelezen.bericht is None:
        raise PostBlijftGaan(bericht.bestandsnaam)
    if bericht.antwoord_op_id:
        schrijf_antwoord_in(gelezen.bericht, inhoud, nu=nu)
    else:
        uitslag = beantwoord(gelezen.bericht, gelezen.bevindingen, on=localdate(nu))
        schrijf_heenbericht_in(gelezen.bericht, uitslag, inhoud, nu=nu)
