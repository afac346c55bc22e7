"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paraplu.casussen.rechten import GEZIN
from paraplu.web.models import Gebruiker, Soort

#: Who can see a family as a whole can see its plan; of which family, `queries` decides.
MATRIX: dict[str, frozenset[Soort]] = {
    "veiligheidsplan": GEZIN,
    "veiligheidsplan_schrijven": GEZIN,
    "veiligheidsplan_versie": GEZIN,
    "veiligheidsplan_kind": GEZIN,
    "veiligheidsplan_pdf": GEZIN,
    "veiligheidsplan_instemming": GEZIN,
    "veiligheidsplan_beeindigen": GEZIN,
    # Who leads the work, and who stays with the family before and after it (R10).
    "zonder_plan": frozenset({Soort.TEAMLEIDER, Soort.LOKAALTEAM}),
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
