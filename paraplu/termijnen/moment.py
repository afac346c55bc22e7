"""The day of a moment, as people here live it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

TIJDZONE: Final = ZoneInfo("Europe/Amsterdam")


class GeenTijdzone(ValueError):
    """A moment that does not say in which zone it was read from the clock."""


def dag_van(moment: datetime) -> date:
    """The day of an event in Europe/Amsterdam; a term that it starts has that day as its anchor.

    GeenTijdzone for a moment without a zone: whose midnight it means cannot be told.

    >>> from datetime import UTC
    >>> dag_van(datetime(2026, 4, 2, 22, 30, tzinfo=UTC))
    datetime.date(2026, 4, 3)
    """
    if moment.utcoffset() is None:
        raise GeenTijdzone("Van dit tijdstip is niet bekend in welke tijdzone het geldt.")
    return moment.astimezone(TIJDZONE).date()
