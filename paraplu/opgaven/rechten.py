"""The rows of this room in the rights matrix (`web/rechten.py`); which object, `queries.pagina` decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import PARTIJEN

#: Who looks after the agreements sees every return (R210); a GI its own.
KIJKT_MEE: Final = frozenset({Soort.CONTRACTMANAGER, Soort.REGIO, Soort.PROVINCIE, Soort.WETHOUDER})
INZIEN: Final = KIJKT_MEE | {Soort.GI}
#: Who reports incidents and searches for a guardian: at work at a GI, for its own cases.
WERKT_BIJ_GI: Final = frozenset({Soort.GI, Soort.JEUGDBESCHERMER, Soort.TEAMLEIDER})
#: Who sees the incidents with the own gemeente, and those of the own region.
VAN_GEMEENTE: Final = frozenset({Soort.BACKOFFICE})
VAN_REGIO: Final = frozenset({Soort.CONTRACTMANAGER, Soort.REGIO})
INCIDENT: Final = WERKT_BIJ_GI | VAN_GEMEENTE | VAN_REGIO
BIEDT_WERK: Final = frozenset(
    {Soort.GI, Soort.TEAMLEIDER, Soort.REGIO, Soort.BACKOFFICE, Soort.CONTRACTMANAGER}
)

#: Without an account: a survey that asked for one could be traced to a person (R173). Its gate is
#: the secret in the address, one per round and GI (`geheim.py`), with a brake (`rem.py`).
ZONDER_ACCOUNT: Final = frozenset({"enquete"})

MATRIX: Final[dict[str, frozenset[Soort]]] = {
    # What is asked and who reported; what it says of whom, the pages behind it decide.
    "opgaven": INZIEN | INCIDENT | {Soort.LOKAALTEAM},
    "opgave_kosten": INZIEN,
    "opgave_kosten_invullen": frozenset({Soort.GI}),
    "opgave_personeel": INZIEN,
    "opgave_personeel_invullen": frozenset({Soort.GI}),
    "enquetes": INZIEN,
    "enquete_nieuw": frozenset({Soort.CONTRACTMANAGER}),
    "enquete_link": frozenset({Soort.GI}),
    "regiolijst": INZIEN,
    "regiolijst_punt": VAN_REGIO,
    "incidenten": INCIDENT,
    "incident": INCIDENT,
    "incident_nieuw": WERKT_BIJ_GI,
    "incident_stap": WERKT_BIJ_GI | VAN_GEMEENTE,
    "incidenten_compleet": frozenset({Soort.GI}),
    # Computes from what is filled in and keeps nothing.
    "woonplaats": INCIDENT | {Soort.LOKAALTEAM},
    "zoekacties": WERKT_BIJ_GI,
    "zoekactie_nieuw": WERKT_BIJ_GI,
    "zoekactie_uitkomst": WERKT_BIJ_GI,
    "vacatures": PARTIJEN,
    "vacature_nieuw": BIEDT_WERK,
    "vacature_sluiten": BIEDT_WERK,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {}
