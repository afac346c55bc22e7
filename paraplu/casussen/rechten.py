"""The rows of this room in the rights matrix, and what a role may see inside a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.afspraken.routes.model import HOUDERROLLEN
from paraplu.web.models import Gebruiker, Soort

#: Roles that stay involved until the case ends; the others go after their step (R11, R111).
BLIJVEND: Final = HOUDERROLLEN | {"teamleider", "lokaal_team", "voorzitter"}
#: Roles that see the whole family and every step; the others see their steps and what was sent.
VOLLEDIG: Final = HOUDERROLLEN | {"teamleider", "lokaal_team", "voorzitter"}
#: Roles that read every document of a case; others read what was sent to them.
ALLE_DOCUMENTEN: Final = HOUDERROLLEN | {"teamleider", "voorzitter"}
#: Roles whose task needs the name and BSN of the child: the allocation names them.
MET_PERSOONSGEGEVENS: Final = VOLLEDIG | {"backoffice"}

#: Kinds of user that work on cases.
WERK: Final = frozenset(
    {
        Soort.JEUGDBESCHERMER,
        Soort.TEAMLEIDER,
        Soort.LOKAALTEAM,
        Soort.BACKOFFICE,
        Soort.AANBIEDER,
        Soort.REGIO,
        Soort.EXPERTTEAM,
        Soort.VOORZITTER,
        Soort.VEILIG_THUIS,
        Soort.RAAD,
        Soort.GEDRAGSWETENSCHAPPER,
        Soort.LEIDINGGEVENDE,
        Soort.WETHOUDER,
    }
)

#: Kinds that see families as a whole.
GEZIN: Final = frozenset(
    {
        Soort.JEUGDBESCHERMER,
        Soort.TEAMLEIDER,
        Soort.LOKAALTEAM,
        Soort.VEILIG_THUIS,
        Soort.VOORZITTER,
    }
)
#: Kinds that write in the file of a family; the chair of a table reads it only.
SCHRIJFT: Final = GEZIN - {Soort.VOORZITTER}
#: Kinds that carry out measures.
VAN_GI: Final = frozenset({Soort.JEUGDBESCHERMER, Soort.TEAMLEIDER})
#: Kinds that can hold a case, or lead who does.
HOUDT: Final = VAN_GI | {Soort.LOKAALTEAM, Soort.VEILIG_THUIS, Soort.AANBIEDER}

#: The pages of a case: the kinds that work on cases; which case, `queries` decides.
MATRIX: dict[str, frozenset[Soort]] = {
    "mijn_werk": WERK,
    "team_werk": WERK,
    "gezinnen": GEZIN,
    "gezin_nieuw": SCHRIJFT,
    "gezin": GEZIN,
    "persoon_nieuw": SCHRIJFT,
    "persoon": SCHRIJFT,
    "maatregel_nieuw": VAN_GI,
    "betrokkenheid": SCHRIJFT,
    "vaste_mensen": SCHRIJFT,
    "dubbel": SCHRIJFT,
    "wie_keek": GEZIN,
    "overdragen": HOUDT,
    "overdracht": HOUDT,
    # Break-glass: kinds that can be called at night about a family; never the administrator.
    "noodtoegang": SCHRIJFT,
    "noodtoegangen": frozenset({Soort.TEAMLEIDER}),
    "noodtoegang_beoordelen": frozenset({Soort.TEAMLEIDER}),
    "casus": WERK,
    "stap": WERK,
    "stap_afronden": WERK,
    "stap_oppakken": WERK,
    "stap_opschorten": WERK,
    "stap_herstellen": WERK,
    # What was agreed is open to all; what a new version would do to cases are numbers per region.
    "routes": frozenset(Soort),
    "route": frozenset(Soort),
    "route_voorbeeld": frozenset({Soort.CONTRACTMANAGER}),
    "casus_versie": VAN_GI,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
