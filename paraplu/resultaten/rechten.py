"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import KIJKERS, PARTIJEN

#: Who writes for an organisation what it does about an agreement.
ZEGT: Final = frozenset(
    {Soort.GI, Soort.BACKOFFICE, Soort.CONTRACTMANAGER, Soort.REGIO, Soort.WETHOUDER}
)


def is_van_gi(gebruiker: Gebruiker, gi: str) -> bool:
    """A GI keeps the register of its own exceptional cases."""
    return (gebruiker.organisatie_soort, gebruiker.organisatie_code) == ("gi", gi)


def is_eigen_partij(gebruiker: Gebruiker, partij: tuple[str, str]) -> bool:
    """An organisation says of itself what it does."""
    return (gebruiker.organisatie_soort, gebruiker.organisatie_code) == partij


MATRIX: Final[dict[str, frozenset[Soort]]] = {
    # Where we stand is for all who look at figures, each through the own eyes (R205).
    "resultaten": KIJKERS,
    "resultaat": KIJKERS,
    "resultaat_bewijs": KIJKERS,
    "resultaat_partij": KIJKERS,
    "resultaten_uitvoer": KIJKERS,
    # What each side says that it does is between the parties.
    "nakoming": PARTIJEN,
    "nakoming_zeggen": ZEGT,
    # Rows of children: of the own GI only.
    "uitzonderingen": frozenset({Soort.GI}),
    "uitzondering_nieuw": frozenset({Soort.GI}),
    "uitzondering_terug": frozenset({Soort.GI}),
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "uitzonderingen": is_van_gi,
    "uitzondering_nieuw": is_van_gi,
    "uitzondering_terug": is_van_gi,
    "nakoming_zeggen": is_eigen_partij,
}
