"""The rows of this room in the rights matrix (`web/rechten.py`).

Only the technical administrator, who sees counts, numbers and days, and no content.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort

BEHEER: Final = frozenset({Soort.BEHEERDER})
MATRIX: Final[dict[str, frozenset[Soort]]] = {
    "gezondheid": BEHEER,
    "werk_herstellen": BEHEER,
    "bewaren": BEHEER,
    "lijst_opstellen": BEHEER,
    "vernietigingslijst": BEHEER,
    "lijst_goedkeuren": BEHEER,
    "dossier_aanhouden": BEHEER,
    "aanhouding_opheffen": BEHEER,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {}
#: Its gate is in the view: off unless set, and then for this machine or who has the token.
OPENBAAR: Final = ("metingen",)
