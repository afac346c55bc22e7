"""Two figures side by side, under the rule that holds and under the one proposed."""

from __future__ import annotations

from dataclasses import dataclass

from paraplu.monitor.uitkomst import Waarde
from paraplu.monitor.verbergen import Verborgen


@dataclass(frozen=True)
class Naast:
    """`verschil` is nieuw min oud; `aandeel` of it in the old one, None where that is nothing.

    One side hidden hides the difference too: it would give the other side back.
    """

    oud: Waarde
    nieuw: Waarde
    verschil: Waarde
    aandeel: Waarde

    @property
    def is_gelijk(self) -> bool:
        """Whether both are known and the same."""
        return not isinstance(self.verschil, Verborgen) and self.verschil == 0


def make_naast(oud: Waarde, nieuw: Waarde) -> Naast:
    """Both with their difference.

    >>> make_naast(200, 190).verschil, make_naast(200, 190).aandeel
    (-10, -0.05)
    """
    weg = next((waarde for waarde in (oud, nieuw) if isinstance(waarde, Verborgen)), None)
    if weg is not None:
        return Naast(oud, nieuw, weg, weg)
    if oud is None or nieuw is None:
        return Naast(oud, nieuw, None, None)
    # Both are of one measure, so of one type.
    verschil = nieuw - oud  # type: ignore[operator]
    return Naast(oud, nieuw, verschil, float(verschil) / float(oud) if oud else None)
