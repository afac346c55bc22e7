"""The rows of this room in the rights matrix (`web/rechten.py`); which garden, `queries` decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.web.models import Gebruiker, Soort

#: Kinds that can be a member of a garden: people of the four organisations.
LEDEN: Final = frozenset(
    {
        Soort.JEUGDBESCHERMER,
        Soort.TEAMLEIDER,
        Soort.LOKAALTEAM,
        Soort.RAAD,
        Soort.VEILIG_THUIS,
        Soort.GEDRAGSWETENSCHAPPER,
        Soort.LEIDINGGEVENDE,
    }
)
#: Kinds that see governance and figures of the gardens of their own region, and no household.
REGIO: Final = frozenset({Soort.REGIO, Soort.CONTRACTMANAGER, Soort.WETHOUDER})
ALLEN: Final = LEDEN | REGIO

MATRIX: dict[str, frozenset[Soort]] = {
    # The answer of RA6 per region is for all who work on it; gardens one sees are listed below it.
    "tuinen": ALLEN,
    "tuin_nieuw": REGIO,
    "tuin": ALLEN,
    "tuin_erbij": ALLEN,
    "tuin_eindig": ALLEN,
    "tuin_leden": ALLEN,
    "tuin_lid": ALLEN,
    "tuin_gereed": ALLEN,
    "tuin_gereed_punt": ALLEN,
    "tuin_bestuur": ALLEN,
    "tuin_groep_erbij": ALLEN,
    "tuin_signaal": ALLEN,
    "tuin_begroting": ALLEN,
    "tuin_instemming": ALLEN,
    "tuin_leren": ALLEN,
    "tuin_pilots": ALLEN,
    "tuin_pilot_erbij": ALLEN,
    "tuin_cijfers": ALLEN,
    "tuin_cijfers_csv": ALLEN,
    "tuin_cijfer": ALLEN,
    # Complaints and everything about a household: the members of the garden and nobody else.
    "tuin_klachten": LEDEN,
    "tuin_klacht": LEDEN,
    "huishoudens": LEDEN,
    "huishouden_nieuw": LEDEN,
    "huishouden": LEDEN,
    "huishouden_erbij": LEDEN,
    "huishouden_aanspreekpunt": LEDEN,
    "huishouden_besluit": LEDEN,
    "huishouden_weg": LEDEN,
    "huishouden_wie_keek": LEDEN,
    "huishouden_volgmoment": LEDEN,
    "analyse": LEDEN,
    "alinea_nieuw": LEDEN,
    "alinea": LEDEN,
    "alinea_historie": LEDEN,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
