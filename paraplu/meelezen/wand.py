"""The tables of this room behind the second wall: for who sees the whole family in the case.

The family itself has no account, so no row of the wall is theirs: `queries/lezer.py` passes the wall
with the person of the session in each question.
"""

from __future__ import annotations

from typing import Final

from paraplu.casussen.rechten import VOLLEDIG
from paraplu.casussen.wand import of_parent
from paraplu.web.wand.beleid import Beleid, among

#: As `sees_gezin`: cases that are seen as a whole, by role or by break-glass.
GEHEEL: Final = "wand_casussen('{" + ",".join(sorted(VOLLEDIG)) + "}'::text[])"

BELEID: Final = (
    Beleid("meelezen_uitnodiging", among("casus_id", GEHEEL)),
    Beleid("meelezen_inbreng", among("casus_id", GEHEEL)),
    of_parent("meelezen_sessie", "uitnodiging_id", "meelezen_uitnodiging"),
    of_parent("meelezen_nieuwelinkvraag", "uitnodiging_id", "meelezen_uitnodiging"),
    of_parent("meelezen_leesmoment", "uitnodiging_id", "meelezen_uitnodiging"),
    of_parent("meelezen_deelkeuze", "inbreng_id", "meelezen_inbreng"),
    of_parent("meelezen_inbrenggezien", "inbreng_id", "meelezen_inbreng"),
)
#: Tables that hold nothing of a family, with the reason.
VRIJ: Final[dict[str, str]] = {}
