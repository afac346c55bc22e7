"""Counting the slow way: mean, median and percentile of a list."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def gemiddelde(getallen: Sequence) -> Fraction | None:
    """The mean, None without numbers."""
    return Fraction(sum(getallen)) / len(getallen) if getallen else None


def percentiel(getallen: Sequence, deel: Fraction) -> Fraction | None:
    """The value at `deel` of the way through the sorted list, in between by a straight line."""
    if not getallen:
        return None
    rij = sorted(getallen)
    plek = deel * (len(rij) - 1)
    onder = int(plek)
    boven = min(onder + 1, len(rij) - 1)
    return Fraction(rij[onder]) + (plek - onder) * (Fraction(rij[boven]) - Fraction(rij[onder]))


def mediaan(getallen: Sequence) -> Fraction | None:
    """The middle value."""
    return percentiel(getallen, Fraction(1, 2))


def p90(getallen: Sequence) -> Fraction | None:
    """The 90th percentile."""
    return percentiel(getallen, Fraction(9, 10))
