"""What the worker does for this room. A task that is run twice does its work once."""

from __future__ import annotations

from django.utils.timezone import localtime
from procrastinate.contrib.django import app

from .post import tasks as post  # noqa: F401 - the worker finds the tasks of mail here
from .spoor.anker import write_anker


@app.periodic(cron="5 0 * * *")
@app.task(name="anker_spoor", queue="spoor", queueing_lock="anker_spoor")
def anker_spoor(timestamp: int) -> None:
    """Every night: the heads of the trace, outside the database."""
    write_anker(at=localtime())
