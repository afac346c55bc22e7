"""The tables of this room behind the second wall: who sees which row, one line per table."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.wand import of_casus
from paraplu.web.wand.beleid import Beleid, among

BELEID: Final[tuple[Beleid, ...]] = (
    of_casus("overdracht_voornemen"),
    of_casus("overdracht_overdrachtsvraag"),
    of_casus("overdracht_overnemer"),
    of_casus("overdracht_overdrachtsgesprek"),
    # How the family is doing afterwards is between the family and its lokaal team.
    Beleid("overdracht_opvolging", among("casus_id", "wand_casussen('{lokaal_team}')")),
    # Who sees the family as a whole; not who only knows the child, such as a backoffice.
    Beleid("overdracht_voogdvraag", among("gezin_id", "wand_gezinnen(false)")),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {}
