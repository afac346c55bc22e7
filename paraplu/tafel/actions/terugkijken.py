"""The step in which one looks back stands on the day that was agreed (R60)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from paraplu.casussen.actions import agree_dag
from paraplu.casussen.models import CasusStap

from ..models import Evaluatie


def agree_moment(*, stappen: Iterable[CasusStap], moment: Evaluatie | None, on: date) -> None:
    """Give the step that was opened the day of the moment: on lists, in reminders and agendas."""
    for stap in stappen:
        if stap.sleutel == "evalueren" and moment:
            agree_dag(stap=stap, dag=moment.op, on=on, reden="de dag die aan tafel is afgesproken")
