"""How a number is rounded, and how a whole amount is shared out without losing a euro."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Final

HONDERD: Final = Decimal(100)
EEN: Final = Decimal(1)
NUL: Final = Decimal(0)


def round_centen(bedrag: Decimal) -> Decimal:
    """
    >>> round_centen(Decimal("100.005"))
    Decimal('100.01')
    """
    return bedrag.quantize(Decimal("0.01"), ROUND_HALF_UP)


def round_euro(bedrag: Decimal) -> Decimal:
    """A whole euro, half up."""
    return bedrag.quantize(EEN, ROUND_HALF_UP)


def round_uren(uren: Decimal) -> Decimal:
    """Hours to one decimal, half up."""
    return uren.quantize(Decimal("0.1"), ROUND_HALF_UP)


def round_caseload(aantal: Decimal) -> Decimal:
    """A caseload to two decimals, half up."""
    return aantal.quantize(Decimal("0.01"), ROUND_HALF_UP)


def share_out(bedrag: Decimal, gewichten: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Whole euro's in proportion to `gewichten` that add up to the rounded `bedrag`.

    The euro's left over go to the largest remainders, the first of equal ones.

    >>> share_out(Decimal(100), [Decimal(1), Decimal(1), Decimal(1)])
    (Decimal('34'), Decimal('33'), Decimal('33'))
    """
    alles, som = round_euro(bedrag), sum(gewichten, NUL)
    if not som:
        return tuple(NUL for _gewicht in gewichten)
    precies = [alles * gewicht / som for gewicht in gewichten]
    delen = [deel.quantize(EEN, ROUND_DOWN) for deel in precies]
    over = int(alles - sum(delen, NUL))
    volgorde = sorted(range(len(delen)), key=lambda plek: delen[plek] - precies[plek])
    for plek in volgorde[:over]:
        delen[plek] += EEN
    return tuple(delen)
