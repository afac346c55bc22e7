"""The tables of this room behind the second wall: all belong to a case, or to a row of one."""

from __future__ import annotations

from typing import Final

from paraplu.casussen.wand import of_casus, of_parent

BELEID: Final = (
    of_casus("aanmelden_contactpoging"),
    of_casus("aanmelden_contactverslag"),
    of_casus("aanmelden_zondercontract"),
    of_casus("aanmelden_bemiddelingsvraag"),
    # A message that no case was found for is seen by nobody but the system.
    of_casus("aanmelden_werkbericht"),
    of_casus("aanmelden_toewijzing"),
    of_casus("aanmelden_afwijzing"),
    of_casus("aanmelden_evaluatiemoment"),
    of_casus("aanmelden_netwerkvraag"),
    of_casus("aanmelden_bespreking"),
    of_casus("aanmelden_opschaling"),
    of_parent("aanmelden_netwerkantwoord", "vraag_id", "aanmelden_netwerkvraag"),
    of_parent("aanmelden_tafelaanbod", "bespreking_id", "aanmelden_bespreking"),
)
VRIJ: Final = {
    "aanmelden_nummerreeks": "the last number given out, nothing of a case",
    "aanmelden_netwerklid": "which provider is part of which network, nothing of a case",
}
