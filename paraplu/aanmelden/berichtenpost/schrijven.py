"""The messages that the work writes: 301 and 319 by a gemeente, 315, 305 and 307 by a provider.

Each function gives a message that keeps every rule of iJW 3.2, or raises NietTeVersturen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .levering import Start, Stop
from .persoon import Jeugdige
from .product import AangevraagdProduct, ToegewezenProduct
from .uitgaand import Uitgaand, Verzending, maak_uitgaand
from .vorm import filled

#: WJ760: refused, or still being looked into.
AFGEWEZEN, IN_ONDERZOEK = "1", "2"
#: WJ759: another gemeente is responsible.
WOONPLAATSBEGINSEL: Final = "8"


@dataclass(frozen=True, kw_only=True)
class Antwoord:
    """What a gemeente says of one product that was asked for and is not allocated (yet).

    Without `reden` (WJ759) it is still being looked into. `gemeente` is the one to ask instead, with
    reason 8 only (IV095).
    """

    referentie: str
    reden: str = ""
    gemeente: str = ""


def schrijf_toewijzing(
    verzending: Verzending,
    *,
    jeugdige: Jeugdige,
    toewijzingen: Sequence[ToegewezenProduct],
    commentaar: str = "",
) -> Uitgaand:
    """A JW301: all allocations of this child at this provider that run or changed (OP087, R100)."""
    client = jeugdige.volledig() | filled(
        Commentaar=commentaar.strip(),
        ToegewezenProducten={"ToegewezenProduct": [een.klasse() for een in toewijzingen]},
    )
    return maak_uitgaand("JW301", verzending, {"Client": client})


def schrijf_verzoek(
    verzending: Verzending,
    *,
    jeugdige: Jeugdige,
    verzoeken: Sequence[AangevraagdProduct],
    gezagsdrager_bekend: bool | None = None,
    commentaar: str = "",
) -> Uitgaand:
    """A JW315: a request for allocation, each product with a reference of its own (R108)."""
    bekend = None if gezagsdrager_bekend is None else ("1" if gezagsdrager_bekend else "2")
    client = jeugdige.kort() | filled(
        GezagsdragerBekend=bekend,
        Commentaar=commentaar.strip(),
        AangevraagdeProducten={"AangevraagdProduct": [een.klasse() for een in verzoeken]},
    )
    return maak_uitgaand("JW315", verzending, {"Client": client})


def schrijf_antwoord(verzending: Verzending, *, antwoord: Antwoord) -> Uitgaand:
    """A JW319: one requested product is refused, or looked into first (R109)."""
    inhoud = filled(
        ReferentieAanbieder=antwoord.referentie,
        VerzoekAntwoord=AFGEWEZEN if antwoord.reden else IN_ONDERZOEK,
        RedenAfwijzingVerzoek=antwoord.reden,
        Woonplaatsbeginsel=filled(Gemeente=antwoord.gemeente),
    )
    return maak_uitgaand("JW319", verzending, {"Antwoord": inhoud})


def schrijf_start(
    verzending: Verzending, *, jeugdige: Jeugdige, starts: Sequence[Start]
) -> Uitgaand:
    """A JW305: help started; one that is `verwijderd` goes before its correction (IV008)."""
    client = jeugdige.kort() | {"StartProducten": {"StartProduct": [s.klasse() for s in starts]}}
    return maak_uitgaand("JW305", verzending, {"Client": client})


def schrijf_stop(verzending: Verzending, *, jeugdige: Jeugdige, stops: Sequence[Stop]) -> Uitgaand:
    """A JW307: help stopped, for a time or for good."""
    client = jeugdige.kort() | {"StopProducten": {"StopProduct": [s.klasse() for s in stops]}}
    return maak_uitgaand("JW307", verzending, {"Client": client})
