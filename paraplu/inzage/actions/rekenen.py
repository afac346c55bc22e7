"""Let the worker compute what takes too long for a request: the tables of a day, and the findings."""

from __future__ import annotations

from datetime import date

from procrastinate.contrib.django.models import ProcrastinateJob

from paraplu.web import gegevens

#: Someone looks at a page that waits: this goes before what is computed ahead.
RIJ = "vraag"
TAAK = "reken_dag"
ONDERWEG = ("todo", "doing")


def ask_rekenen(bekend_op: date | None) -> bool:
    """Ask the worker once for the data of now as known on a day; False when that failed before."""
    from ..tasks import reken_dag  # noqa: PLC0415 - tasks call this module

    vraag = {
        "dag": bekend_op.isoformat() if bekend_op else "",
        "dataversie": gegevens.open_monitor(bekend_op).dataversie(),
    }
    gevraagd = ProcrastinateJob.objects.filter(task_name=TAAK, args=vraag)
    if gevraagd.filter(status__in=ONDERWEG).exists():
        return True
    if gevraagd.filter(status="failed").exists():
        return False
    reken_dag.defer(**vraag)
    return True


def is_gevraagd() -> bool:
    """Whether someone waits for such a task."""
    return ProcrastinateJob.objects.filter(queue_name=RIJ, status="todo").exists()


def run_rekenen(bekend_op: date | None) -> None:
    """First the tables, of which most pages live; then the findings on them."""
    monitor = gegevens.open_monitor(bekend_op)
    monitor.bereik()
    monitor.tel_kwaliteit()
