"""The period of a figure: a calendar year, quarter or month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta


class OngeldigePeriode(ValueError):
    """A text that is not a year, quarter or month."""


@dataclass(frozen=True, order=True)
class Periode:
    """From `begin` up to and including `einde`.

    >>> Periode.lees("2023-K2").einde
    datetime.date(2023, 6, 30)
    """

    begin: date
    einde: date
    naam: str

    @classmethod
    def jaar(cls, jaar: int) -> Periode:
        return cls(date(jaar, 1, 1), date(jaar, 12, 31), f"{jaar:04d}")

    @classmethod
    def kwartaal(cls, jaar: int, kwartaal: int) -> Periode:
        if kwartaal not in range(1, 5):
            raise OngeldigePeriode(f"er zijn vier kwartalen, {kwartaal} is er geen")
        eerste, laatste = 3 * kwartaal - 2, 3 * kwartaal
        return cls(date(jaar, eerste, 1), _laatste_dag(jaar, laatste), f"{jaar:04d}-K{kwartaal}")

    @classmethod
    def maand(cls, jaar: int, maand: int) -> Periode:
        if maand not in range(1, 13):
            raise OngeldigePeriode(f"er zijn twaalf maanden, {maand} is er geen")
        return cls(date(jaar, maand, 1), _laatste_dag(jaar, maand), f"{jaar:04d}-{maand:02d}")

    @classmethod
    def lees(cls, tekst: str) -> Periode:
        """Read "2023", "2023-K2" or "2023-05". Raises OngeldigePeriode."""
        if re.fullmatch(r"[12]\d{3}", tekst):
            return cls.jaar(int(tekst))
        if match := re.fullmatch(r"([12]\d{3})-[Kk](\d)", tekst):
            return cls.kwartaal(int(match[1]), int(match[2]))
        if match := re.fullmatch(r"([12]\d{3})-(\d{2})", tekst):
            return cls.maand(int(match[1]), int(match[2]))
        raise OngeldigePeriode(f"{tekst!r} is geen periode: schrijf 2023, 2023-K2 of 2023-05")

    @property
    def soort(self) -> str:
        """jaar, kwartaal or maand."""
        if "K" in self.naam:
            return "kwartaal"
        return "maand" if "-" in self.naam else "jaar"

    def vorige(self) -> Periode:
        """The period of the same length just before this one."""
        eind = self.begin - timedelta(days=1)
        if self.soort == "jaar":
            return Periode.jaar(eind.year)
        if self.soort == "kwartaal":
            return Periode.kwartaal(eind.year, (eind.month + 2) // 3)
        return Periode.maand(eind.year, eind.month)

    def maanden(self) -> list[Periode]:
        """The calendar months in this period."""
        return [
            Periode.maand(self.begin.year, maand)
            for maand in range(self.begin.month, self.einde.month + 1)
        ]


def _laatste_dag(jaar: int, maand: int) -> date:
    volgende = date(jaar + maand // 12, maand % 12 + 1, 1)
    return volgende - timedelta(days=1)
