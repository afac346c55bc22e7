"""Scenarios beside each other for one year: outcomes with the difference, and numbers that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .rekenen.herkomst import read_bronnen
from .rekenen.invoer import Uitkomst, compute_uitkomst, defaults, herkomst_of
from .rekenen.velden import LIJSTEN, VELDEN
from .tabellen import list_metingen, show


@dataclass(frozen=True)
class Vergelijkrij:
    """One outcome: per scenario its value, and how much it differs from the first ("" for the first)."""

    naam: str
    cellen: list[tuple[str, str]]
    bron: str


@dataclass(frozen=True)
class Verschil:
    """One number that was not filled in the same everywhere, with its source per scenario."""

    naam: str
    cellen: list[tuple[str, str]]


@dataclass(frozen=True)
class Vergelijking:
    """Everything of a comparison."""

    rijen: list[Vergelijkrij]
    verschillen: list[Verschil]


def compare(invoer: Sequence[dict[str, str]], *, jaar: int) -> Vergelijking:
    """The scenarios in this order, for one year. A kind of measure that one lacks is a dash."""
    uitkomsten = [compute_uitkomst(een) for een in invoer]
    metingen = [_measure(uitkomst, jaar) for uitkomst in uitkomsten]
    namen = list(dict.fromkeys(naam for meting in metingen for naam in meting))
    rijen = []
    for naam in namen:
        eerste = metingen[0].get(naam)
        eenheid, bron = next(m[naam][1:] for m in metingen if naam in m)
        cellen = [
            _cell(meting.get(naam), eerste if plek else None, eenheid)
            for plek, meting in enumerate(metingen)
        ]
        rijen.append(Vergelijkrij(naam, cellen, bron))
    return Vergelijking(rijen, _list_verschillen(invoer))


def _measure(uitkomst: Uitkomst, jaar: int) -> dict[str, tuple[Decimal, str, str]]:
    gekozen = next(een for een in uitkomst.jaren if een.jaar == jaar)
    return {
        naam: (meet(gekozen), eenheid, bron)
        for naam, meet, eenheid, bron in list_metingen(uitkomst)
    }


def _cell(
    meting: tuple[Decimal, str, str] | None,
    eerste: tuple[Decimal, str, str] | None,
    eenheid: str,
) -> tuple[str, str]:
    if meting is None:
        return "–", ""
    verschil = meting[0] - eerste[0] if eerste else Decimal(0)
    if not verschil:
        return show(meting[0], eenheid), ""
    teken = "+" if verschil > 0 else ""
    return show(meting[0], eenheid), teken + show(verschil, eenheid)


def _list_verschillen(invoer: Sequence[dict[str, str]]) -> list[Verschil]:
    namen = {sleutel: veld.naam for sleutel, veld in VELDEN.items()} | LIJSTEN
    uit = []
    for sleutel, anders in defaults().items():
        waarden = [een.get(sleutel, anders) for een in invoer]
        if len(set(waarden)) > 1:
            cellen = [
                (waarde or "–", herkomst_of(sleutel, waarde, read_bronnen(een)))
                for waarde, een in zip(waarden, invoer, strict=True)
            ]
            uit.append(Verschil(namen[sleutel], cellen))
    return uit
