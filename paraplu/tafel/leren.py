"""How often a region evaluates its table in a year, against the norm of two (R83), and the chairs (R84)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from paraplu.afspraken import gebieden

from .models import Bijeenkomst

#: At least this many evaluations a year in each region (R83).
PER_JAAR: Final = 2


@dataclass(frozen=True)
class Telling:
    """The evaluations of one region in one year."""

    regio: str
    naam: str
    aantal: int
    #: None as long as the year runs and there were too few.
    gehaald: bool | None


def count_evaluaties(jaar: int, *, op: date) -> list[Telling]:
    """Per region; a meeting counts in the year in which it was held."""
    rijen = Bijeenkomst.objects.filter(soort=Bijeenkomst.Soort.EVALUATIE, op__year=jaar, op__lte=op)
    aantallen = Counter(rijen.values_list("regio", flat=True))
    voorbij = op >= date(jaar, 12, 31)
    return [
        Telling(
            regio.code,
            regio.naam,
            aantallen[regio.code],
            True if aantallen[regio.code] >= PER_JAAR else (False if voorbij else None),
        )
        for regio in gebieden.regios()
    ]


def count_voorzitters(jaar: int) -> int:
    """How often the chairs of Gelderland met in a year; the source gives no number (R84)."""
    rijen = Bijeenkomst.objects.filter(soort=Bijeenkomst.Soort.VOORZITTERS, op__year=jaar)
    return int(rijen.count())
