"""What the worker does for this room. A task that is run twice does its work once."""

from __future__ import annotations

from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from paraplu.web import gegevens

from .aanbod.actions import measure_wachttijden


@app.periodic(cron="30 4 2 * *")
@app.task(name="meet_wachttijden", queue="cijfers", lock="cijfers", queueing_lock="wachttijden")
def meet_wachttijden(timestamp: int) -> None:
    """Every month: the waiting time of providers over the last four quarters, where it changed."""
    measure_wachttijden(monitor=gegevens.open_monitor(), on=localdate())
