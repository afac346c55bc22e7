"""What the worker does for the work. A task that is run twice does its work once."""

from __future__ import annotations

from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from . import actions
from .actions.waarschuwen import warn_lapsing


@app.periodic(cron="*/30 * * * *")
@app.task(name="waarschuw_verval", queue="mail", queueing_lock="waarschuw_verval")
def waarschuw_verval(timestamp: int) -> None:
    """Every half hour: mail who has a step that lapses on the next working day, once."""
    warn_lapsing(on=localdate())


@app.periodic(cron="15 * * * *")
@app.task(name="herbereken_termijnen", queue="cijfers", queueing_lock="herbereken_termijnen")
def herbereken_termijnen(timestamp: int) -> None:
    """Every hour: give running steps their last day anew when the calendar has changed."""
    actions.herbereken_all(on=localdate())
