"""What the rules over a whole message remember of what came before: keys, and amounts so far.

A declaration of gigabytes is read client by client. A rule over all of it sees each class once, in
the order of the file, and asks here whether a key came before.
"""

from __future__ import annotations

from typing import Final

#: Stands between the parts of a key; XML cannot contain it.
TUSSEN: Final = "\x1f"
#: Breaks of one rule in classes that repeat that are told; of those after it only that there are more.
HOOGSTENS_PER_REGEL: Final = 100_000


class Geheugen:
    """The keys, sums and breaks of one message."""

    def __init__(self) -> None:
        self._sleutels: dict[str, set[str]] = {}
        self._sommen: dict[str, int] = {}
        self._breuken: dict[str, int] = {}
        #: The rules that were broken so often that they are not tested any more.
        self.vol: set[str] = set()

    def kent(self, soort: str, sleutel: str) -> bool:
        """Whether this key of this kind came before."""
        return sleutel in self._sleutels.get(soort, ())

    def onthoud(self, soort: str, sleutel: str) -> bool:
        """Remember a key; whether it is new."""
        sleutels = self._sleutels.setdefault(soort, set())
        aantal = len(sleutels)
        sleutels.add(sleutel)
        return len(sleutels) > aantal

    def tel_op(self, soort: str, bedrag: int) -> None:
        """Add an amount in eurocents, negative for credit."""
        self._sommen[soort] = self.som(soort) + bedrag

    def som(self, soort: str) -> int:
        """The amounts of this kind so far, in eurocents."""
        return self._sommen.get(soort, 0)

    def tel_breuk(self, code: str) -> int:
        """Count a break of this rule, and give how many there are now."""
        aantal = self._breuken[code] = self._breuken.get(code, 0) + 1
        if aantal > HOOGSTENS_PER_REGEL:
            self.vol.add(code)
        return aantal


def sleutel_van(*delen: object) -> str:
    """The parts of a key as one text."""
    return TUSSEN.join(map(str, delen))
