"""Let the worker compute what takes too long for a request: tables of a day, findings, patterns."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.web import gegevens

from ..kijker import make_kijk

if TYPE_CHECKING:
    from procrastinate.tasks import Task

    from paraplu.monitor.geduld import Ontbrekend

#: Someone looks at a page that waits: this goes before what is computed ahead.
RIJ = "vraag"
TAAK = "reken_dag"
PATROONTAAK = "reken_patroon"
ONDERWEG = ("todo", "doing")


def ask_rekenen(bekend_op: date | None) -> bool:
    """Ask the worker once for the data of now as known on a day; False when that failed before."""
    from ..tasks import reken_dag  # noqa: PLC0415 - tasks call this module

    return _ask(reken_dag, bekend_op, {})


def ask_patroon(wat: Ontbrekend, *, bekend_op: date | None) -> bool:
    """Ask the worker once for what a circle does not get of a reading and a year."""
    from ..tasks import reken_patroon  # noqa: PLC0415 - tasks call this module

    return _ask(reken_patroon, bekend_op, asdict(wat))


def _ask(taak: Task, bekend_op: date | None, wat: dict[str, Any]) -> bool:
    vraag = {
        "dag": bekend_op.isoformat() if bekend_op else "",
        "dataversie": gegevens.open_monitor(bekend_op).dataversie(),
        **wat,
    }
    gevraagd = ProcrastinateJob.objects.filter(task_name=taak.name, args=vraag)
    if gevraagd.filter(status__in=ONDERWEG).exists():
        return True
    if gevraagd.filter(status="failed").exists():
        return False
    taak.defer(**vraag)
    return True


def is_gevraagd() -> bool:
    """Whether someone waits for such a task."""
    return ProcrastinateJob.objects.filter(queue_name=RIJ, status="todo").exists()


def run_rekenen(bekend_op: date | None) -> None:
    """First the tables, of which most pages live; then the findings on them."""
    monitor = gegevens.open_monitor(bekend_op)
    monitor.bereik()
    monitor.tel_kwaliteit()


def run_patroon(bekend_op: date | None, *, code: str, variant: str, jaar: int, kring: str) -> None:
    """Any question of the circle about that year makes its pattern, which is kept."""
    from paraplu.monitor.periode import Periode  # noqa: PLC0415 - with the monitor

    vandaag = localdate()
    gegevens.open_monitor(bekend_op).waarde(
        code,
        variant=variant,
        periode=Periode.jaar(jaar),
        per="gemeente",
        kijk=make_kijk(kring, op=min(bekend_op or vandaag, vandaag)),
    )
