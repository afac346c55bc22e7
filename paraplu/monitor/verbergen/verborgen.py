"""Who looks, and what stands in the place of a figure that this reader does not get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NoReturn


@dataclass(frozen=True)
class Verborgen:
    """A figure that is there and is not shown; `reden` says why. It is never a zero and never empty.

    Nothing can be computed with it: who tries gets a TypeError, so that no total or chart shows by
    accident what a table hides.
    """

    reden: str

    def __str__(self) -> str:
        return "verborgen"

    def _refuse(self, *_ander: object) -> NoReturn:
        raise TypeError("met een verborgen cijfer kan niet worden gerekend")

    __bool__ = __float__ = __int__ = __index__ = __round__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __truediv__ = __rtruediv__ = __neg__ = __abs__ = _refuse


#: One reason for a small figure and for one that guards it: telling them apart gives figures away.
KLEIN: Final = Verborgen("klein aantal, of nodig om een klein aantal te beschermen")
#: What is shown to its own organisation only.
NIET_GEDEELD: Final = Verborgen("niet gedeeld buiten de eigen organisatie")


@dataclass(frozen=True, kw_only=True)
class Kijk:
    """The eyes through which a figure is seen.

    `kring`: partijen (inside the circle of the parties) or publiek (outside it); what each circle
    may ask is data. `drempels`: per region code the smallest number of children that is shown, ""
    for the regions that are not named. `eigen`: the (dimension, value) of the reader's own area,
    which is seen in full: ("gemeente", "0228"), ("gelderland", "gelderland"). `binnen`: the
    thresholds inside the circle of the parties. Who is outside never sees what is hidden inside: a
    party reads the public figures too.
    """

    kring: str
    drempels: tuple[tuple[str, int], ...]
    eigen: frozenset[tuple[str, str]] = frozenset()
    binnen: tuple[tuple[str, int], ...] = (("", 5),)
