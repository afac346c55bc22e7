"""The brake on the survey, that keeps nothing of who answers.

Answers are counted per link, not per person or address. Only an address that tries links that open
nothing is remembered, as a keyed hash and for a day at most, as with every other secret here.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from paraplu.web.actions import VENSTER, hash_sleutel
from paraplu.web.models import Aanmeldpoging

#: Answers by one link within VENSTER (a quarter of an hour): more than a team fills in together.
PER_LINK: Final = 60
#: Links that open nothing, from one address within VENSTER.
PER_ADRES: Final = 30
DAG: Final = timedelta(days=1)


def is_busy(*, link: int, op: datetime) -> bool:
    """Whether so many answers came in by this link that the next one must wait."""
    return _count("enquete link", str(link), op) >= PER_LINK


def count_answer(*, link: int) -> None:
    """Remember that an answer came in by this link."""
    _add("enquete link", str(link))


def is_guessing(*, adres: str, op: datetime) -> bool:
    """Whether this address tried too many links that open nothing."""
    return _count("enquete adres", adres, op) >= PER_ADRES


def count_guess(*, adres: str, op: datetime) -> None:
    """Remember that a link opened nothing; what is older than a day is forgotten."""
    Aanmeldpoging.objects.filter(wanneer__lt=op - DAG).delete()
    _add("enquete adres", adres)


def _count(soort: str, waarde: str, op: datetime) -> int:
    sleutel = hash_sleutel(soort, waarde)
    return Aanmeldpoging.objects.filter(sleutel=sleutel, wanneer__gt=op - VENSTER).count()


def _add(soort: str, waarde: str) -> None:
    Aanmeldpoging.objects.create(sleutel=hash_sleutel(soort, waarde))
