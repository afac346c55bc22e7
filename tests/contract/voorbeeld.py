"""Invented numbers that reckon easily: 1,200 hours, and a cost price of exactly 100 euro."""

from __future__ import annotations

from decimal import Decimal
from textwrap import dedent

VERZONNEN = {
    "personeel": "75000",
    "indirect_personeel": "9000",
    "bbk": "1080",
    "productieve_uren": "1200",
    "overige_indirecte_tijd": "22",
    "normuren_ots": "80",
    "aantal_ots": "2400",
}


def lees_tabel(tekst: str) -> list[dict[str, str]]:
    """The rows of a table with | between the cells, by the names of its first line."""
    regels = [
        [cel.strip() for cel in regel.split("|")] for regel in dedent(tekst).strip().splitlines()
    ]
    return [dict(zip(regels[0], rij, strict=True)) for rij in regels[1:]]


def d(tekst: str) -> Decimal:
    """A number of a table."""
    return Decimal(tekst)
