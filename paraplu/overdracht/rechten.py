"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.casussen.rechten import VAN_GI
from paraplu.web.models import Gebruiker, Soort

#: Who looks at figures over hand-overs; a team leader those of the own organisation.
CIJFERS: Final = frozenset(
    {
        Soort.CONTRACTMANAGER,
        Soort.WETHOUDER,
        Soort.TEAMLEIDER,
        Soort.LOKAALTEAM,
        Soort.REGIO,
    }
)

MATRIX: dict[str, frozenset[Soort]] = {
    # Which measure, `queries` decides: of the own GI, in a family that one sees.
    "overdracht_beginnen": frozenset({Soort.JEUGDBESCHERMER}),
    "maatregel_uitzondering": VAN_GI,
    "voogd_zoeken": VAN_GI,
    "voogd_antwoord": VAN_GI,
    "overdrachtsverslag": VAN_GI | {Soort.LOKAALTEAM},
    "overdrachtcijfers": CIJFERS,
    "overdrachtcijfers_csv": CIJFERS,
    "overdrachtcijfers_lijst": CIJFERS,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
