"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.wand import of_casus, of_parent
from paraplu.web.wand.beleid import Beleid

from . import wand_zitting

BELEID: Final[tuple[Beleid, ...]] = (
    *wand_zitting.BELEID,
    of_casus("tafel_verzoek"),
    of_parent("tafel_bijlage", "verzoek_id", "tafel_verzoek"),
    of_casus("tafel_aanvulvraag"),
    of_casus("tafel_zitting"),
    of_parent("tafel_genodigde", "zitting_id", "tafel_zitting"),
    # A neighbour that is asked for room sees the question and the number of the case, not the case.
    Beleid(
        "tafel_ruimtevraag",
        f"{of_casus('tafel_ruimtevraag').mag} OR {wand_zitting.EIGEN_TAFELS}",
    ),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {
    **wand_zitting.VRIJ,
    "tafel_tafel": "what a region chose for its table, nothing of a case",
    "tafel_slot": "the weekly moments of a table, nothing of a case",
}
