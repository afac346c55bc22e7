"""The two checklists of a region: which items they have, and how they stand on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from .antwoorden import Lijstpunt
from .gegevens import lees


@dataclass(frozen=True)
class Lijst:
    """RA6 or RA8: its items as (key, name, source)."""

    sleutel: str
    naam: str
    uitleg: str
    punten: tuple[tuple[str, str, str], ...]


class Gezegd(Protocol):
    """An answer on an item, as the table has it."""

    sleutel: str
    stand: str
    sinds: date | None
    bewijs: str
    op: date


def _lijst(sleutel: str) -> Lijst:
    rij = lees("lijsten")[sleutel]
    punten = tuple((naam, punt["naam"], punt["bron"]) for naam, punt in rij["punt"].items())
    return Lijst(sleutel, rij["naam"], rij["uitleg"], punten)


LIJSTEN: Final[dict[str, Lijst]] = {sleutel: _lijst(sleutel) for sleutel in ("ra8", "ra6")}


def stand_of(lijst: str, antwoorden: Iterable[Gezegd]) -> tuple[Lijstpunt, ...]:
    """Every item with its last answer; `antwoorden` come in the order in which they were given."""
    laatste = {een.sleutel: een for een in antwoorden}
    return tuple(
        Lijstpunt(
            sleutel=sleutel,
            naam=naam,
            bron=bron,
            stand=nu.stand if (nu := laatste.get(sleutel)) else "",
            sinds=nu.sinds if nu else None,
            bewijs=nu.bewijs if nu else "",
            beantwoord_op=nu.op if nu else None,
        )
        for sleutel, naam, bron in LIJSTEN[lijst].punten
    )


def count_met(punten: Iterable[Lijstpunt], *, op: date) -> int:
    """How many items were met on a day, by the day that the region says they are met since (P39)."""
    return sum(
        punt.stand == "ja" and punt.sinds is not None and punt.sinds <= op for punt in punten
    )
