"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.wand import of_casus, of_parent
from paraplu.web.wand.beleid import Beleid, among

#: As `onbeschermd_for`: the own organisation's reports.
EIGEN_ORGANISATIE: Final = (
    "organisatie_id IN (SELECT m.organisatie_id FROM netwerk_medewerker m"
    " WHERE m.id = (SELECT wand_ik()))"
)

BELEID: Final[tuple[Beleid, ...]] = (
    of_casus("escalatie_escalatie"),
    of_parent("escalatie_deelnemer", "escalatie_id", "escalatie_escalatie"),
    of_parent("escalatie_overleg", "escalatie_id", "escalatie_escalatie"),
    of_parent("escalatie_verslag", "escalatie_id", "escalatie_escalatie"),
    of_parent("escalatie_goedkeuring", "verslag_id", "escalatie_verslag"),
    Beleid(
        "escalatie_onbeschermd",
        f"{EIGEN_ORGANISATIE} OR {among('gezin_id', 'wand_gezinnen(false)')}",
    ),
    of_parent("escalatie_besprekingonbeschermd", "melding_id", "escalatie_onbeschermd"),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {}
