"""What happens during a check, in order: a file begins, findings come, the file ends with a verdict."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from paraplu.berichten.bevinding import Bevinding, Weigert

#: What a receiver does with the message: take it, take it but say something, or send it back.
Oordeel = Literal["goed", "met opmerkingen", "geweigerd"]
OORDELEN: tuple[Oordeel, ...] = ("goed", "met opmerkingen", "geweigerd")


@dataclass(frozen=True, kw_only=True, slots=True)
class Begin:
    """A file begins. `soort` (JW301) and `release` (3.2) are empty where the file does not say."""

    bestand: str
    soort: str = ""
    release: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Einde:
    """A file ended: its verdict, and how many findings it has.

    `getoond` are the findings that were passed on (those of the codes that were asked for),
    `kosten` how many refuse what; "" counts the ones that refuse nothing. `gelezen` is false when
    the file could not be opened at all.
    """

    begin: Begin
    oordeel: Oordeel
    aantal: int
    getoond: int
    kosten: dict[Weigert, int]
    gelezen: bool = True


Gebeurtenis = Begin | Bevinding | Einde


class Begrensd:
    """A check that begins no new file once there was enough of it; `afgebroken` says that it stopped.

    `tot` is a moment of `time.monotonic()`, `bevindingen` how many findings are enough.
    """

    def __init__(
        self, gebeurtenissen: Iterable[Gebeurtenis], *, tot: float, bevindingen: int
    ) -> None:
        self._gebeurtenissen = gebeurtenissen
        self._tot = tot
        self._bevindingen = bevindingen
        self.afgebroken = False

    def __iter__(self) -> Iterator[Gebeurtenis]:
        over = self._bevindingen
        for gebeurtenis in self._gebeurtenissen:
            op = over <= 0 or time.monotonic() > self._tot
            if op and isinstance(gebeurtenis, Begin):
                self.afgebroken = True
                return
            over -= isinstance(gebeurtenis, Bevinding)
            yield gebeurtenis


def is_afgebroken(gebeurtenissen: Iterable[Gebeurtenis]) -> bool:
    """Whether a check that went by stopped before its last file."""
    return isinstance(gebeurtenissen, Begrensd) and gebeurtenissen.afgebroken


@dataclass
class Som:
    """How often one code came: findings, the files they are in, and what they refuse."""

    aantal: int = 0
    bestanden: int = 0
    kosten: Counter[Weigert] = field(default_factory=Counter)


class Telling:
    """Counts a check as it goes by: as large as there are codes, however many files there are."""

    def __init__(self) -> None:
        self.oordelen: Counter[Oordeel] = Counter()
        self.soorten: Counter[tuple[str, str]] = Counter()
        self.per_code: dict[str, Som] = {}
        self.bevindingen = 0
        self.niet_gelezen = 0
        self._hier: set[str] = set()

    def tel(self, gebeurtenis: Gebeurtenis) -> None:
        """Add one thing that happened."""
        if isinstance(gebeurtenis, Bevinding):
            self._tel_bevinding(gebeurtenis)
        elif isinstance(gebeurtenis, Begin):
            self._hier.clear()
        else:
            self.oordelen[gebeurtenis.oordeel] += 1
            self.soorten[gebeurtenis.begin.soort, gebeurtenis.begin.release] += 1
            self.niet_gelezen += not gebeurtenis.gelezen

    def _tel_bevinding(self, bevinding: Bevinding) -> None:
        som = self.per_code.setdefault(bevinding.code, Som())
        som.aantal += 1
        som.bestanden += bevinding.code not in self._hier
        som.kosten[bevinding.weigert] += 1
        self._hier.add(bevinding.code)
        self.bevindingen += 1

    @property
    def bestanden(self) -> int:
        """How many files were looked at."""
        return self.oordelen.total()

    def codes(self) -> list[tuple[str, Som]]:
        """Codes with their sums: what refuses a message first, then the most frequent."""
        return sorted(
            self.per_code.items(),
            key=lambda paar: (-paar[1].kosten["bericht"], -paar[1].aantal, paar[0]),
        )
