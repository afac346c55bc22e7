"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import KIJKERS, WIE_REGELS_ZIET, is_in_gebied


def is_eigen_regio(gebruiker: Gebruiker, regio: str) -> bool:
    """A region decides about its own figures only."""
    return gebruiker.gebied == {"regio": regio}


MATRIX: Final[dict[str, frozenset[Soort]]] = {
    # The receipt of a figure: whoever looks at figures, each through the own eyes.
    "bewijs": KIJKERS,
    # Figures taken along, and why they moved: whoever looks at figures, through the own eyes.
    "waarde_uitvoer": KIJKERS,
    "verschil": KIJKERS,
    # Rows taken along: as the rows on the page.
    "lijst_uitvoer": WIE_REGELS_ZIET,
    # The messages behind a row: own area only, and of those what one sent or received.
    "bewijs_berichten": WIE_REGELS_ZIET,
    "definities": KIJKERS,
    "definitie": KIJKERS,
    # A definition is adopted by who sits on the contract board.
    "definitie_vaststellen": frozenset({Soort.CONTRACTMANAGER}),
    # Which thresholds hold: whoever looks at figures. A region's own contract manager decides.
    "drempels": KIJKERS,
    "drempel_besluiten": frozenset({Soort.CONTRACTMANAGER}),
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "drempel_besluiten": is_eigen_regio,
    "bewijs_berichten": is_in_gebied,
    "lijst_uitvoer": is_in_gebied,
}
