"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.casussen.rechten import GEZIN, WERK
from paraplu.web.models import Gebruiker, Soort

#: Who looks at figures over the routes; a provider those of its own organisation.
CIJFERS: Final = frozenset(
    {
        Soort.CONTRACTMANAGER,
        Soort.WETHOUDER,
        Soort.TEAMLEIDER,
        Soort.EXPERTTEAM,
        Soort.REGIO,
        Soort.AANBIEDER,
    }
)

MATRIX: dict[str, frozenset[Soort]] = {
    "casus_nieuw": frozenset({Soort.JEUGDBESCHERMER, Soort.TEAMLEIDER}),
    "document": WERK,
    "document_pdf": WERK,
    "bemiddeling": frozenset({Soort.REGIO}),
    "bemiddelingsvraag": frozenset({Soort.REGIO}),
    "hulp_einde": frozenset({Soort.AANBIEDER}),
    "nazorg": frozenset({Soort.JEUGDBESCHERMER, Soort.LOKAALTEAM}),
    "netwerkvraag": frozenset({Soort.AANBIEDER}),
    "netwerkleden": frozenset({Soort.REGIO}),
    "expertteam_agenda": frozenset({Soort.EXPERTTEAM}),
    "opschaling_melden": frozenset({Soort.JEUGDBESCHERMER, Soort.TEAMLEIDER}),
    "evaluatie": frozenset({Soort.JEUGDBESCHERMER, Soort.LOKAALTEAM}),
    "casus_verloop": GEZIN,
    # Figures of the own region or organisation; who sees which, `verloop.bereik` decides.
    "route_cijfers": CIJFERS,
    "route_cijfers_csv": CIJFERS,
    "route_cijfers_lijst": CIJFERS,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
