"""The rows of this room in the rights matrix (`web/rechten.py`); which proposal, `queries` decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import KIJKERS, PARTIJEN

#: Who thinks about another rule: who contracts, who pays, who carries out, and who looks at the whole.
MAAKT: Final = frozenset({Soort.CONTRACTMANAGER, Soort.PROVINCIE, Soort.BACKOFFICE, Soort.GI})
#: Changes are decided in the bovenregionaal contractmanagementoverleg (R208, R218).
BESLUIT: Final = frozenset({Soort.CONTRACTMANAGER})

MATRIX: Final[dict[str, frozenset[Soort]]] = {
    "vooruit": PARTIJEN,
    "voorstel_nieuw": MAAKT,
    "voorstel": PARTIJEN,
    "voorstel_delen": MAAKT,
    "voorstel_besluit": BESLUIT,
    # Computed from what the reader gets to see anyhow.
    "prognose": KIJKERS,
    "prognose_ruimte": KIJKERS,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {}
