"""Figures under a proposal that take too long for a request: the worker makes their tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.inzage.actions.rekenen import ONDERWEG
from paraplu.web import gegevens

from . import queries
from .lezen.definitie import open_voor

if TYPE_CHECKING:
    from paraplu.web.models import Gebruiker

    from .models import Voorstel

TAAK: Final = "reken_voorstel"


def ask_rekenen(
    voorstel: Voorstel, *, by: Gebruiker, bekend_op: date | None, dataversie: str
) -> bool:
    """Ask the worker once for this proposal over this data; False when that failed before."""
    from .tasks import reken_voorstel  # noqa: PLC0415 - tasks call this module

    vraag = {
        "voorstel": voorstel.pk,
        "gebruiker": by.pk,
        "bekend_op": bekend_op.isoformat() if bekend_op else "",
        "dataversie": dataversie,
    }
    gevraagd = ProcrastinateJob.objects.filter(task_name=TAAK, args=vraag)
    if gevraagd.filter(status__in=ONDERWEG).exists():
        return True
    if gevraagd.filter(status="failed").exists():
        return False
    reken_voorstel.defer(**vraag)
    return True


def run_rekenen(voorstel: int, *, bekend_op: str) -> None:
    """Make the tables; what is shown of them is quick from then on."""
    gevonden = queries.find_voorstel(voorstel)
    if gevonden is None:
        return
    dag = date.fromisoformat(bekend_op) if bekend_op else None
    open_voor(gegevens.open_monitor(dag), gevonden).bereik()
