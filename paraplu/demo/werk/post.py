"""The courier of the demo: what one party sends, the other one has at once, with its answer.

No files: both sides are in this Paraplu. What was sent and received is kept as always, and the
monitor counts it with the next round of the post.
"""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from django.db import transaction
from django.utils.timezone import localdate

from paraplu.aanmelden.berichtenpost.beantwoorden import beantwoord
from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.berichtenpost.inschrijven import (
    schrijf_antwoord_in,
    schrijf_heenbericht_in,
)
from paraplu.aanmelden.berichtenpost.meetellen import BRENGER
from paraplu.aanmelden.models import Werkbericht
from paraplu.afspraken.plaats import var_map
from paraplu.berichten import lees
from paraplu.casussen.models import Casus
from paraplu.inname.actions import disk_full_said, keep_delivery, take_delivery
from paraplu.inname.bekend import is_finished
from paraplu.inname.inrichting import open_inrichting
from paraplu.inname.levering import Bron, report_nothing
from paraplu.inname.paden import find_files
from paraplu.inname.schijf import write_durably
from paraplu.inname.slot import only_writer

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


def count_in_monitor() -> int:
    """Bring every message that the monitor does not have yet on its own day; gives how many.

    As the round of the post does, but without a receipt for each day: a demo brings many at once.
    """
    wachtend = Werkbericht.objects.filter(levering="").exclude(status=Werkbericht.Status.KLAARGEZET)
    gebracht = 0
    for dag, groep in groupby(sorted(wachtend, key=_day), key=_day):
        gebracht += _count(list(groep), dag)
    return gebracht


def _day(bericht: Werkbericht) -> date:
    return localdate(bericht.verzonden or bericht.afgehandeld or bericht.gemaakt)


def _count(berichten: list[Werkbericht], dag: date) -> int:
    plaats = var_map() / "run"
    plaats.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="postvak-", dir=plaats) as map_:
        bronnen = []
        for bericht in berichten:
            pad = Path(map_) / f"{bericht.pk}.xml"
            write_durably(pad, inhoud_van(bericht))
            bronnen.append(Bron(pad, bericht.bestandsnaam))
        with only_writer(lambda _: None), disk_full_said():
            inrichting = open_inrichting()
            levering = keep_delivery(
                find_files(bronnen),
                inrichting.kast,
                op=dag,
                brenger=BRENGER,
                voortgang=report_nothing,
            )
            if not is_finished(inrichting.opslag, levering.levering):
                take_delivery(levering, inrichting, voortgang=report_nothing)
    Werkbericht.objects.filter(pk__in=[bericht.pk for bericht in berichten]).update(
        levering=levering.levering
    )
    return len(berichten)
