"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import KIJKERS


def is_eigen_regio(gebruiker: Gebruiker, regio: str) -> bool:
    """A region decides about its own figures only."""
    return gebruiker.gebied == {"regio": regio}


MATRIX: Final[dict[str, frozenset[Soort]]] = {
    # Which thresholds hold: whoever looks at figures. A region's own contract manager decides.
    "drempels": KIJKERS,
    "drempel_besluiten": frozenset({Soort.CONTRACTMANAGER}),
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "drempel_besluiten": is_eigen_regio,
}
