"""Who may ask which figure of another: what is agreed per circle, from a sheet of ours (R205)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from paraplu.afspraken.gegevens import rijen


@dataclass(frozen=True, kw_only=True)
class Inzage:
    """A kind of question that a circle may ask about everybody, for periods from `vanaf` on.

    `filter`: the one dimension the figure is kept to, "" for none; `per`: the dimensions it may be
    split by then; `perioden`: the kinds of period.
    """

    kring: str
    perioden: frozenset[str]
    filter: str
    per: frozenset[str]
    vanaf: date
    bron: str


@cache
def inzagen() -> tuple[Inzage, ...]:
    """Every kind of question that was agreed on."""
    return tuple(
        Inzage(
            kring=rij["kring"],
            perioden=frozenset(rij["perioden"].split()),
            filter=rij["filter"],
            per=frozenset(rij["per"].split()),
            vanaf=date.fromisoformat(rij["vanaf"]),
            bron=rij["bron"],
        )
        for rij in rijen("inzage")
    )


@cache
def inzage_van(kring: str) -> tuple[Inzage, ...]:
    """What this circle may ask. Raises OnbekendeKring."""
    gevonden = tuple(inzage for inzage in inzagen() if inzage.kring == kring)
    if not gevonden:
        raise OnbekendeKring(f"{kring!r} is geen kring")
    return gevonden


class OnbekendeKring(ValueError):
    """A word that is no circle of readers."""
