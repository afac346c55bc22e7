"""From the outbox to files: nothing lost and nothing twice, wherever the process is stopped.

A message is written under a waiting name, then recorded as sent, and only then gets its own name.
Stopped before the record it is written again; stopped after it, only the name is still to come. So
a file that somebody took away already is never made a second time.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from paraplu.aanmelden.models import Werkbericht
from paraplu.inname.schijf import write_durably

from .bewaren import inhoud_van
from .mappen import WACHT, move_durably, remove_half_written, uit_map, waiting_files

#: Messages per run, so that one run ends within a minute.
HOOGSTENS = 1_000


def verstuur(*, nu: datetime) -> list[Werkbericht]:
    """Write all that waits to files in `var/postvak/uit`; gives what was sent now.

    Only for who holds the lock (`mappen.one_at_a_time`).
    """
    remove_half_written()
    give_names()
    klaar = Werkbericht.objects.filter(status=Werkbericht.Status.KLAARGEZET)
    verzonden = [_send(bericht, nu) for bericht in klaar.order_by("id")[:HOOGSTENS]]
    give_names()
    return verzonden


def give_names() -> None:
    """Give every waiting file whose message is recorded as sent its own name."""
    for pad in waiting_files():
        bericht = _message_of(pad)
        if bericht is not None and bericht.status != Werkbericht.Status.KLAARGEZET:
            move_durably(pad, pad.with_name(bericht.bestandsnaam))


def _send(bericht: Werkbericht, nu: datetime) -> Werkbericht:
    pad = uit_map(bericht.afzender) / f".{bericht.pk}{WACHT}"
    write_durably(pad, inhoud_van(bericht))
    bericht.status = Werkbericht.Status.VERZONDEN
    bericht.verzonden = nu
    bericht.save(update_fields=["status", "verzonden"])
    return bericht


def _message_of(pad: Path) -> Werkbericht | None:
    nummer = pad.name.removeprefix(".").removesuffix(WACHT)
    return Werkbericht.objects.filter(pk=int(nummer)).first() if nummer.isdecimal() else None
