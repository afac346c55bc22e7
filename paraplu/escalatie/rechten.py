"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.casussen.rechten import WERK
from paraplu.web.models import Gebruiker, Soort

#: Who brings in an escalation: professionals and leidinggevenden of the four kinds of R289.
BRENGT_IN: Final = frozenset(
    {
        Soort.JEUGDBESCHERMER,
        Soort.TEAMLEIDER,
        Soort.LOKAALTEAM,
        Soort.VEILIG_THUIS,
        Soort.AANBIEDER,
        Soort.LEIDINGGEVENDE,
    }
)
#: Who sees families as a whole and can begin there.
BIJ_GEZIN: Final = frozenset(
    {Soort.JEUGDBESCHERMER, Soort.TEAMLEIDER, Soort.LOKAALTEAM, Soort.VEILIG_THUIS}
)
#: Who puts children on the list of R141: people of Veilig Thuis, a GI and the Raad.
MELDT: Final = frozenset({Soort.JEUGDBESCHERMER, Soort.TEAMLEIDER, Soort.VEILIG_THUIS, Soort.RAAD})
#: Who sees how many children stand on it, and nothing else of them.
TELT: Final = frozenset({Soort.REGIO, Soort.WETHOUDER, Soort.CONTRACTMANAGER})
#: Who looks at figures over escalations.
CIJFERS: Final = TELT | {Soort.TEAMLEIDER, Soort.LEIDINGGEVENDE}

MATRIX: dict[str, frozenset[Soort]] = {
    "escalaties": WERK | {Soort.CONTRACTMANAGER},
    "escalatie_nieuw": BIJ_GEZIN,
    "escalatie_uit_casus": BRENGT_IN,
    # Who decided to escalate a route to the board: team leader or regional contact person (P46).
    "escalatie_bestuurlijk": frozenset({Soort.TEAMLEIDER, Soort.REGIO}),
    "escalatieverslag": WERK,
    "escalatieverslag_pdf": WERK,
    "leerlijst": WERK | {Soort.CONTRACTMANAGER},
    "onbeschermd": MELDT | TELT,
    "onbeschermd_nieuw": MELDT,
    "onbeschermd_melding": MELDT,
    # Where one can go is open to all (R142).
    "escalatieroute": frozenset(Soort),
    "escalatie_cijfers": CIJFERS,
    "escalatie_cijfers_csv": CIJFERS,
    "escalatie_cijfers_lijst": CIJFERS,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
