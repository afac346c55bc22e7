"""How long a term is: a number of working days, calendar days, weeks or months."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Eenheid = Literal["werkdagen", "dagen", "weken", "maanden"]

#: What people write, and the unit they mean.
WOORDEN: Final[dict[str, Eenheid]] = {
    "werkdag": "werkdagen",
    "werkdagen": "werkdagen",
    "dag": "dagen",
    "dagen": "dagen",
    "kalenderdag": "dagen",
    "kalenderdagen": "dagen",
    "week": "weken",
    "weken": "weken",
    "maand": "maanden",
    "maanden": "maanden",
}
ENKELVOUD: Final[dict[Eenheid, str]] = {
    "werkdagen": "werkdag",
    "dagen": "dag",
    "weken": "week",
    "maanden": "maand",
}
_VORM = re.compile(r"([0-9]{1,4})\s+([a-z]+)")


class GeenDuur(ValueError):
    """The text is no length of a term."""


@dataclass(frozen=True)
class Duur:
    """A length, at least one unit."""

    aantal: int
    eenheid: Eenheid

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise GeenDuur("Een termijn duurt minstens 1 dag.")

    def __str__(self) -> str:
        eenheid = ENKELVOUD[self.eenheid] if self.aantal == 1 else self.eenheid
        return f"{self.aantal} {eenheid}"

    @property
    def valt_onder_termijnenwet(self) -> bool:
        """Whether the law can extend a term of this length (art. 4: not one that is long already)."""
        grens = {"dagen": 90, "weken": 12, "maanden": 3}
        return self.aantal <= grens.get(self.eenheid, 0)

    def laatste_dag(self, vanaf: date) -> date:
        """The last calendar day; not for working days, which need a calendar.

        A month ends on the day with the same number, or on the last day of a shorter month.

        >>> Duur(1, "maanden").laatste_dag(date(2026, 1, 31))
        datetime.date(2026, 2, 28)
        """
        if self.eenheid == "maanden":
            jaar, maand = divmod(vanaf.year * 12 + vanaf.month - 1 + self.aantal, 12)
            return date(jaar, maand + 1, min(vanaf.day, monthrange(jaar, maand + 1)[1]))
        return vanaf + timedelta(days=self.aantal * (7 if self.eenheid == "weken" else 1))


def lees_termijn(tekst: str) -> Duur:
    """The length in a text such as "3 werkdagen"; GeenDuur when it is none.

    >>> lees_termijn("8 weken"), str(lees_termijn("1 kalenderdag"))
    (Duur(aantal=8, eenheid='weken'), '1 dag')
    """
    delen = _VORM.fullmatch(tekst.strip().lower())
    if delen is None or delen[2] not in WOORDEN:
        raise GeenDuur(
            "Schrijf een termijn als een getal met werkdagen, dagen, weken of maanden, "
            'zoals "3 werkdagen".'
        )
    return Duur(int(delen[1]), WOORDEN[delen[2]])
