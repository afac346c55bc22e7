"""A judgement on one class of a message, as it goes into an answer and as it is read from one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: The code list of the answer codes.
RETOURCODES_LIJST: Final = "WJ001"
#: Refused for a technical reason: the one code of level 2.
TECHNISCH: Final = "0001"
#: This class is good; this class was not judged; the whole declaration is granted.
GOED: Final = "0200"
NIET_BEOORDEELD: Final = "0233"
TOEGEWEZEN: Final = "8001"
#: Codes that refuse nothing by themselves.
ZONDER_AFKEUR: Final = frozenset({GOED, NIET_BEOORDEELD, TOEGEWEZEN})


class NietTeBeoordelen(ValueError):
    """A judgement that cannot stand in an answer: its code or its place is unknown."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Oordeel:
    """One code about one class of a message.

    `pad` is that of a finding (`Client/StartProducten/StartProduct[1]`, or anything below it).
    `code` is a rule of iJW ("TR063") or an answer code ("9063"). `referentie` is the ReferentieNummer
    of the line, where it was read from a 325; there the numbers in `pad` are those of the 325.
    """

    pad: str
    code: str
    referentie: str = ""
