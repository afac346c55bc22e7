"""A delivery: which files, on which day, brought by whom. And how far its intake has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Bewaard:
    """One kept file: its public name, the name that it came with, and its size in bytes."""

    bestand: str
    naam: str
    bytes: int


@dataclass(frozen=True, kw_only=True)
class Levering:
    """One delivery. The same files, day and bringer are the same delivery."""

    levering: str
    dag: date
    brenger: str
    bestanden: tuple[Bewaard, ...]


@dataclass(frozen=True)
class Bron:
    """A file to take, and the name that it came with (an upload lies under a name of its own)."""

    pad: Path
    naam: str = ""

    @property
    def getoonde_naam(self) -> str:
        """The name for receipts and findings; a byte in it that is not UTF-8 becomes a "?"."""
        naam = self.naam or self.pad.name
        return naam.encode(errors="replace").decode()


@dataclass(frozen=True, kw_only=True)
class Voortgang:
    """How far an intake is: `gedaan` and `totaal` in bytes of the files as they came."""

    stap: str
    gedaan: int
    totaal: int
    berichten: int = 0
    regels: int = 0


#: Called now and then during an intake, at most a few times per megabyte.
Melder = Callable[[Voortgang], None]


def report_nothing(voortgang: Voortgang) -> None:
    """The default `Melder`: nobody is watching."""


@dataclass(kw_only=True)
class Teller:
    """Adds up the progress of one intake and passes it on."""

    melder: Melder
    stap: str
    totaal: int
    gedaan: int = 0
    berichten: int = 0
    regels: int = 0
    _gemeld: int = field(default=-1, repr=False)

    def tell(self, *, gedaan: int | None = None, berichten: int = 0, regels: int = 0) -> None:
        """Add what was done; `gedaan` is the place now, in bytes of the whole."""
        self.berichten += berichten
        self.regels += regels
        if gedaan is not None:
            self.gedaan = gedaan
        stand = self.gedaan // 262_144
        if stand != self._gemeld:
            self._gemeld = stand
            self.melder(
                Voortgang(
                    stap=self.stap,
                    gedaan=self.gedaan,
                    totaal=self.totaal,
                    berichten=self.berichten,
                    regels=self.regels,
                )
            )
