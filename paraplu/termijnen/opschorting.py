"""A suspension: days on which a term stands still, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

#: The ordinal up to which a suspension without an end runs.
ZONDER_EINDE: Final = date.max.toordinal()
_VORM = re.compile(r"([0-9-]{10})\.\.([0-9-]{10})?:(.+)", re.DOTALL)

#: Suspended days as ordinals, from and to and including; sorted, apart from each other.
Stil = tuple[tuple[int, int], ...]


class GeenOpschorting(ValueError):
    """The days or the reason make no suspension."""


@dataclass(frozen=True)
class Opschorting:
    """On these days nothing counts: `vanaf` to and including `tot`. `tot` is None while it lasts."""

    vanaf: date
    tot: date | None
    reden: str

    def __post_init__(self) -> None:
        if not self.reden.strip():
            raise GeenOpschorting("Schrijf op waarom de termijn stilstaat.")
        if self.tot is not None and self.tot < self.vanaf:
            raise GeenOpschorting("Een opschorting kan niet eindigen voor zij begint.")

    @property
    def is_open(self) -> bool:
        """Whether no last day is known."""
        return self.tot is None

    def omvat(self, dag: date) -> bool:
        """Whether the term stands still on this day."""
        return self.vanaf <= dag and (self.tot is None or dag <= self.tot)

    def ordinals(self) -> tuple[int, int]:
        """The first and the last day as ordinals."""
        return self.vanaf.toordinal(), ZONDER_EINDE if self.tot is None else self.tot.toordinal()


def merge(opschortingen: Iterable[Opschorting]) -> Stil:
    """The suspended days: what overlaps or touches becomes one piece, so each day counts once."""
    stukken: list[tuple[int, int]] = []
    for begin, einde in sorted(opschorting.ordinals() for opschorting in opschortingen):
        if stukken and begin <= stukken[-1][1] + 1:
            stukken[-1] = (stukken[-1][0], max(einde, stukken[-1][1]))
        else:
            stukken.append((begin, einde))
    return tuple(stukken)


def redenen_op(opschortingen: Iterable[Opschorting], dag: date) -> tuple[str, ...]:
    """Why the term stands still on this day, each reason once; nothing when it does not."""
    geldig = (een for een in opschortingen if een.omvat(dag))
    return tuple(dict.fromkeys(een.reden.strip() for een in geldig))


def lees_opschorting(tekst: str) -> Opschorting:
    """The suspension in a text; without a second day it has no end yet. GeenOpschorting when none.

    >>> lees_opschorting("2026-04-03..:wacht op stukken")
    Opschorting(vanaf=datetime.date(2026, 4, 3), tot=None, reden='wacht op stukken')
    """
    delen = _VORM.fullmatch(tekst.strip())
    try:
        if delen is None:
            raise ValueError
        tot = date.fromisoformat(delen[2]) if delen[2] else None
        vanaf, reden = date.fromisoformat(delen[1]), delen[3].strip(" \"'")
    except ValueError as fout:
        raise GeenOpschorting(
            "Schrijf een opschorting als begin, einde en reden, zoals "
            '2026-04-03..2026-04-10:"wacht op stukken". Laat het einde weg als het nog niet bekend is.'
        ) from fout
    return Opschorting(vanaf, tot, reden)
