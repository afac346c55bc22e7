"""What the worker does for these pages. A task that is run twice does its work once."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from . import actions, uittreksels


@app.task(name="neem_inzending_in", queue="inname", lock="inname")
def neem_inzending_in(nummer: str) -> None:
    """Take in the upload with this number; uploads go one after the other."""
    actions.run_inzending(UUID(nummer))


@app.periodic(cron="* * * * *")
@app.task(name="reken_vooruit", queue="cijfers", lock="cijfers", queueing_lock="cijfers")
def reken_vooruit(timestamp: int) -> None:
    """Every minute: the figures of the overview for the data of now, when they are not there yet."""
    actions.prepare_cijfers()


@app.periodic(cron="*/10 * * * *")
@app.task(name="ruim_uittreksels_op", queue="inname", queueing_lock="ruim_uittreksels_op")
def ruim_uittreksels_op(timestamp: int) -> None:
    """Every ten minutes: remove the extracts that nobody came back for."""
    uittreksels.remove_old()
