"""The brake on guessing, per invitation and per address, and on sending messages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from paraplu.web.actions import VENSTER, hash_sleutel
from paraplu.web.models import Aanmeldpoging

#: Wrong links from one address within VENSTER (a quarter of an hour).
LINKS_PER_ADRES: Final = 60
#: Wrong second factors from one address, and of one invitation: in a quarter and in a day.
CODES_PER_ADRES: Final = 20
CODES_PER_KWARTIER: Final = 5
CODES_PER_DAG: Final = 10
#: Wrong second factors since the last right one after which an invitation is closed for good.
CODES_IN_TOTAAL: Final = 20
#: Text messages of one invitation: one per so many seconds, and so many in a day.
SMS_TUSSENTIJD: Final = timedelta(seconds=60)
SMS_PER_DAG: Final = 8

DAG: Final = timedelta(days=1)


class TeVaak(Exception):
    """Too many attempts; whatever comes in now is not looked at."""


def too_many_links(*, adres: str, op: datetime) -> bool:
    """Whether this address tried too many links that open nothing."""
    return _count("meelezen link", adres, op - VENSTER) >= LINKS_PER_ADRES


def count_link(*, adres: str, op: datetime) -> None:
    """Remember that a link opened nothing; what is older than a day is forgotten."""
    Aanmeldpoging.objects.filter(wanneer__lt=op - DAG).delete()
    _add("meelezen link", adres)


def too_many_codes(*, uitnodiging: int, adres: str, op: datetime) -> bool:
    """Whether too many wrong codes came in, for this invitation or from this address."""
    van = str(uitnodiging)
    return (
        _count("meelezen code", van, op - VENSTER) >= CODES_PER_KWARTIER
        or _count("meelezen code", van, op - DAG) >= CODES_PER_DAG
        or _count("meelezen code adres", adres, op - VENSTER) >= CODES_PER_ADRES
    )


def count_code(*, uitnodiging: int, adres: str) -> None:
    """Remember a wrong code."""
    _add("meelezen code", str(uitnodiging))
    _add("meelezen code adres", adres)


def may_send(*, uitnodiging: int, op: datetime) -> bool:
    """Whether a text message may go out for this invitation now."""
    van = str(uitnodiging)
    return (
        _count("meelezen sms", van, op - SMS_TUSSENTIJD) == 0
        and _count("meelezen sms", van, op - DAG) < SMS_PER_DAG
    )


def count_sms(*, uitnodiging: int) -> None:
    """Remember that a text message went out."""
    _add("meelezen sms", str(uitnodiging))


def _count(soort: str, waarde: str, sinds: datetime) -> int:
    return Aanmeldpoging.objects.filter(
        sleutel=hash_sleutel(soort, waarde), wanneer__gt=sinds
    ).count()


def _add(soort: str, waarde: str) -> None:
    Aanmeldpoging.objects.create(sleutel=hash_sleutel(soort, waarde))
