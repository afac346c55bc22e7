"""The check on a burgerservicenummer (CS002)."""

from __future__ import annotations

from operator import mul

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
CIJFERS = 9
#: What the weighted sum of nine characters "0" is: a character counts from there.
VAN_NUL = ord("0") * sum(GEWICHTEN)


def elfproef(bsn: str) -> bool:
    """Whether nine digits can be a BSN: the weighted sum is a multiple of eleven.

    Nine zeros pass the sum but are nobody's number: as a key they would make several children one.

    >>> elfproef("999900006"), elfproef("999900007"), elfproef("000000000")
    (True, False, False)
    """
    if len(bsn) != CIJFERS or not (bsn.isascii() and bsn.isdigit()) or bsn == "0" * CIJFERS:
        return False
    return (sum(map(mul, GEWICHTEN, bsn.encode())) - VAN_NUL) % 11 == 0
