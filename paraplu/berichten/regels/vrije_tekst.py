"""Rules on free text: what must not stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from paraplu.berichten.bsn import elfproef
from paraplu.berichten.regels.lezen import lijst
from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

#: The classes below a client that have free text of their own, per kind of message.
PRODUCTEN: Final = {
    "JW301": ("ToegewezenProducten", "ToegewezenProduct"),
    "JW315": ("AangevraagdeProducten", "AangevraagdProduct"),
}
#: Nine digits on their own, as people write a BSN: with dots, spaces or hyphens at most.
_NEGEN = re.compile(r"(?<!\d)\d(?:[ .-]?\d){8}(?!\d)")
#: How many characters before a number may say what it is.
ERVOOR: Final = 50
#: The word that says that a BSN follows.
_WOORD = re.compile(r"\b(?:bsn|burgerservicenummer)\D{0,20}$", re.IGNORECASE)


@toets(
    "OP191",
    klasse="Client",
    in_=("JW301", "JW315"),
    tekst="In het commentaar staat een BSN. Vrije tekst mag niemand herkenbaar maken.",
    remedie="Haal het BSN uit het commentaar. Het BSN van de cliënt staat al in het element Bsn.",
)
def geen_bsn_in_vrije_tekst(client: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """No comment has the BSN of the client, or a number that it calls a BSN.

    Any nine digits are not enough: numbers of allocations have nine as well, and one in eleven
    passes the elfproef.
    """
    houder, klasse = PRODUCTEN[omgeving.soort]
    plekken = [("Commentaar", client.get("Commentaar", ""))]
    for nummer, product in enumerate(lijst(client, houder, klasse), 1):
        plekken.append((f"{houder}/{klasse}[{nummer}]/Commentaar", product.get("Commentaar", "")))
    for pad, tekst in plekken:
        if _noemt_bsn(tekst, client["Bsn"]):
            yield pad


def _noemt_bsn(tekst: str, bsn: str) -> bool:
    for gevonden in _NEGEN.finditer(tekst):
        nummer = re.sub(r"\D", "", gevonden[0])
        ervoor = tekst[max(0, gevonden.start() - ERVOOR) : gevonden.start()]
        if nummer == bsn or (elfproef(nummer) and _WOORD.search(ervoor)):
            return True
    return False
