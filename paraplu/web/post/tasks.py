"""Mail that the worker sends. A task that is run twice does its work once."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import actions

#: From this hour on, in Amsterdam, the digests of a working day are made.
OVERZICHT_UUR = 7
#: After 4, 16, 64 … seconds: nine attempts in about a day.
OPNIEUW = RetryStrategy(
    max_attempts=8, exponential_wait=4, retry_exceptions={actions.PostNietBezorgd}
)


@app.task(name="verzend_post", queue="mail", retry=OPNIEUW)
def verzend_post(nummer: int) -> None:
    """Send the mail with this number."""
    actions.verzend(nummer, op=timezone.localtime())


@app.task(name="stuur_overzicht", queue="mail", retry=3)
def stuur_overzicht(gebruiker: int, dag: str) -> None:
    """Write one user's digest and have it sent."""
    actions.write_overzicht(gebruiker=gebruiker, on=date.fromisoformat(dag))


# procrastinate counts in UTC and skips what it slept through, so it looks every ten minutes and
# the round of the day, kept in the database, sees to it that there is one.
@app.periodic(cron="*/10 * * * *")
@app.task(name="stuur_overzichten", queue="mail", queueing_lock="stuur_overzichten")
def stuur_overzichten(timestamp: int) -> None:
    """On working days at seven in the morning: ask for everyone's digest; forget old mail."""
    nu = datetime.fromtimestamp(timestamp, timezone.get_default_timezone())
    if nu.hour < OVERZICHT_UUR:
        return
    actions.queue_overzichten(on=nu.date())
    actions.remove_old(on=nu.date())
