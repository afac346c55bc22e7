"""The tables of this room behind the second wall: who sees the family sees its plan."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.wand import of_parent
from paraplu.web.wand.beleid import Beleid, among

BELEID: Final[tuple[Beleid, ...]] = (
    # As `queries.plannen_for`: those of `gezinnen_for`.
    Beleid("veiligheid_veiligheidsplan", among("gezin_id", "wand_gezinnen(false)")),
    of_parent("veiligheid_planversie", "plan_id", "veiligheid_veiligheidsplan"),
    of_parent("veiligheid_veiligheidsvoorwaarde", "versie_id", "veiligheid_planversie"),
    of_parent(
        "veiligheid_veiligheidsafspraak", "voorwaarde_id", "veiligheid_veiligheidsvoorwaarde"
    ),
    of_parent("veiligheid_instemming", "versie_id", "veiligheid_planversie"),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {}
