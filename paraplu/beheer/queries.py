"""The only reader of this room: lists, holds, what was destroyed, and the state of the queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from .models import Aanhouding, Spoorcontrole, Vernietiging, Vernietigingslijst

#: A worker that was not heard of for so long is gone.
STIL = timedelta(minutes=5)


def lijsten() -> QuerySet[Vernietigingslijst]:
    """Every list, the newest first, with how much is on it."""
    return Vernietigingslijst.objects.select_related("opgesteld_door", "goedgekeurd_door").annotate(
        aantal=Count("regels")
    )


def vernietigingen() -> QuerySet[Vernietiging]:
    """The record of destruction, the newest first."""
    return Vernietiging.objects.select_related("goedgekeurd_door").order_by("-id")


def aanhoudingen() -> QuerySet[Aanhouding]:
    """Every hold, those that still hold first."""
    return Aanhouding.objects.select_related("door", "opgeheven_door").order_by("-tot", "gezin")


def last_spoorcontrole() -> Spoorcontrole | None:
    """The last time that the trace was checked."""
    return Spoorcontrole.objects.first()


def stranded_jobs(*, nu: datetime) -> QuerySet[ProcrastinateJob]:
    """Work that was begun by a worker that is gone."""
    return ProcrastinateJob.objects.filter(status="doing").filter(
        Q(worker=None) | Q(worker__last_heartbeat__lt=nu - STIL)
    )


def waits_already(taak: ProcrastinateJob) -> bool:
    """Whether the same task waits too, where it may wait only once."""
    if not taak.queueing_lock:
        return False
    return ProcrastinateJob.objects.filter(queueing_lock=taak.queueing_lock, status="todo").exists()


@dataclass(frozen=True, kw_only=True)
class Rij:
    """The queue: what waits, is being done, was left by a dead worker, and failed."""

    wacht: int
    bezig: int
    gestrand: int
    mislukt: int
    #: Since when the oldest waits.
    oudste: datetime | None
    #: Per kind of task how many failed, most first.
    mislukte_taken: tuple[tuple[str, int], ...]


def queue(*, nu: datetime) -> Rij:
    """How the work in the background goes."""
    per_stand = dict(
        ProcrastinateJob.objects.values_list("status").annotate(Count("pk")).order_by()
    )
    aan_de_beurt = Q(scheduled_at=None) | Q(scheduled_at__lte=nu)
    wacht = ProcrastinateJob.objects.filter(aan_de_beurt, status="todo")
    oudste = ProcrastinateEvent.objects.filter(job__in=wacht, type="deferred").aggregate(
        oudste=Min("at")
    )["oudste"]
    mislukt = ProcrastinateJob.objects.filter(status="failed").values_list("task_name")
    return Rij(
        wacht=wacht.count(),
        bezig=per_stand.get("doing", 0),
        gestrand=stranded_jobs(nu=nu).count(),
        mislukt=per_stand.get("failed", 0),
        oudste=oudste,
        mislukte_taken=tuple(mislukt.annotate(aantal=Count("pk")).order_by("-aantal")[:10]),
    )
