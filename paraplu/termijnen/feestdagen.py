"""The general public holidays of the Netherlands, computed per year (Algemene termijnenwet art. 3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

#: 5 May counts in the law from this year on, as far as we know; nothing in this house is older.
EERSTE_JAAR: Final = 1990
LAATSTE_JAAR: Final = 2199
#: Until 2013 the birthday of the Queen was kept on 30 April, since 2014 that of the King on 27 April.
EERSTE_KONINGSDAG: Final = 2014
ZONDAG: Final = 6


def pasen(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous rule that Meeus gives).

    >>> pasen(2026)
    datetime.date(2026, 4, 5)
    """
    gulden, eeuw, rest = jaar % 19, jaar // 100, jaar % 100
    maan = (19 * gulden + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    correctie = (gulden + 11 * maan + 22 * weekdag) // 451
    maand, dag = divmod(maan + weekdag - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """The day on which the birthday of the King or Queen is kept: never a Sunday.

    >>> koningsdag(2025), koningsdag(2013)
    (datetime.date(2025, 4, 26), datetime.date(2013, 4, 30))
    """
    dag = date(jaar, 4, 27 if jaar >= EERSTE_KONINGSDAG else 30)
    return dag - timedelta(days=1) if dag.weekday() == ZONDAG else dag


@cache
def feestdagen(jaar: int) -> Mapping[date, str]:
    """The holidays of a year with their names. Two may share a day: then the earlier name stays."""
    eerste_paasdag = pasen(jaar)
    dagen = (
        (date(jaar, 1, 1), "nieuwjaarsdag"),
        (eerste_paasdag - timedelta(days=2), "Goede Vrijdag"),
        (eerste_paasdag + timedelta(days=1), "tweede paasdag"),
        (koningsdag(jaar), "Koningsdag" if jaar >= EERSTE_KONINGSDAG else "Koninginnedag"),
        (eerste_paasdag + timedelta(days=39), "Hemelvaartsdag"),
        (date(jaar, 5, 5), "5 mei"),
        (eerste_paasdag + timedelta(days=50), "tweede pinksterdag"),
        (date(jaar, 12, 25), "eerste kerstdag"),
        (date(jaar, 12, 26), "tweede kerstdag"),
    )
    return MappingProxyType(dict(reversed(dagen)))
