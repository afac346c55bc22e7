"""What the worker does for this room. A task that is run twice does its work once."""

from __future__ import annotations

from django.utils.timezone import localtime, now
from procrastinate.contrib.django import app

from . import actions


@app.periodic(cron="*/5 * * * *")
@app.task(name="herstel_werk", queue="beheer", queueing_lock="herstel_werk")
def herstel_werk(timestamp: int) -> None:
    """Every five minutes: work of a killed worker back in the queue."""
    actions.mend_werk(nu=now())


@app.periodic(cron="35 0 * * *")
@app.task(name="controleer_spoor", queue="beheer", queueing_lock="controleer_spoor")
def controleer_spoor(timestamp: int) -> None:
    """Every night: is the trace whole?"""
    actions.check_spoor(nu=localtime())
