"""The rules of retention: dated data with their source, one file each in `bewaartermijnen`."""

from __future__ import annotations

import calendar
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

MAP: Final = Path(__file__).parents[1] / "bewaartermijnen"
SOORTEN: Final = ("dossier", "rijen", "leveringen", "blijft")
SCHRIKKELDAG: Final = (2, 29)


@dataclass(frozen=True, kw_only=True)
class Termijn:
    """How long, from which day on this holds, and who says so; without a length: for good."""

    vanaf: date
    bron: str
    jaren: int = 0
    dagen: int = 0
    na: str = ""

    def grens(self, op: date) -> date:
        """What was last changed on this day or before is past its term on the day `op`."""
        return years_before(op, self.jaren) - timedelta(days=self.dagen)

    @property
    def in_woorden(self) -> str:
        """For instance "20 jaar na de laatste wijziging in het dossier"."""
        if not (self.jaren or self.dagen):
            return "blijft"
        lengte = f"{self.jaren} jaar" if self.jaren else f"{self.dagen} dagen"
        return f"{lengte} na {self.na}"


@dataclass(frozen=True, kw_only=True)
class Bewaarregel:
    """One kind of thing that is kept."""

    sleutel: str
    naam: str
    soort: str
    uitleg: str
    termijnen: tuple[Termijn, ...]
    #: Of rows that go by their age: their table, and the column with the day.
    tabel: str = ""
    kolom: str = ""

    def on(self, dag: date) -> Termijn | None:
        """The term that holds on a day; None when none did yet."""
        geldig = [termijn for termijn in self.termijnen if termijn.vanaf <= dag]
        return max(geldig, key=lambda termijn: termijn.vanaf, default=None)

    @property
    def verdwijnt(self) -> bool:
        """Whether Paraplu itself destroys it, after approval."""
        return self.soort in {"dossier", "rijen"}


def years_before(dag: date, jaren: int) -> date:
    """The same day so many years earlier; 29 February becomes the 28th.

    >>> years_before(date(2044, 2, 29), 19)
    datetime.date(2025, 2, 28)
    """
    if (dag.month, dag.day) == SCHRIKKELDAG:
        dag -= timedelta(days=1)
    return dag.replace(year=dag.year - jaren)


def last_day(dag: date) -> date:
    """The last day of its month.

    >>> last_day(date(2044, 2, 3))
    datetime.date(2044, 2, 29)
    """
    return dag.replace(day=calendar.monthrange(dag.year, dag.month)[1])


@cache
def regels() -> tuple[Bewaarregel, ...]:
    """Every rule; what disappears by Paraplu's own hand first."""
    gelezen = [_read(pad) for pad in sorted(MAP.glob("*.toml"))]
    return tuple(sorted(gelezen, key=lambda regel: (SOORTEN.index(regel.soort), regel.naam)))


def regel(sleutel: str) -> Bewaarregel:
    """One rule by its key. Raises KeyError."""
    return {regel.sleutel: regel for regel in regels()}[sleutel]


def _read(pad: Path) -> Bewaarregel:
    velden: dict[str, Any] = tomllib.loads(pad.read_text(encoding="utf-8"))
    termijnen = tuple(Termijn(**termijn) for termijn in velden.pop("termijn"))
    uitleg = " ".join(velden.pop("uitleg").split())
    gelezen = Bewaarregel(sleutel=pad.stem, termijnen=termijnen, uitleg=uitleg, **velden)
    if gelezen.soort not in SOORTEN:
        raise ValueError(f"{pad.name}: {gelezen.soort} is geen soort; kies uit {SOORTEN}")
    return gelezen
