"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.casussen.rechten import GEZIN, WERK
from paraplu.web.models import Gebruiker, Soort

from . import rechten_zitting

#: Who brings a family to the table (R18); leerplicht and providers do so with the lokaal team.
MELDT_AAN: Final = frozenset({Soort.JEUGDBESCHERMER, Soort.LOKAALTEAM, Soort.VEILIG_THUIS})
LEIDT: Final = frozenset({Soort.VOORZITTER})

MATRIX: dict[str, frozenset[Soort]] = {
    **rechten_zitting.MATRIX,
    "tafel_nieuw": MELDT_AAN,
    "tafel_voorbereid": MELDT_AAN,
    "tafel_agenda": LEIDT,
    "tafel_instellen": LEIDT,
    "ruimtevraag": LEIDT,
    # The list and the letters hold names: for who sees families as a whole.
    "tafel_genodigden": GEZIN,
    "tafel_brief": GEZIN,
    "tafelverzoek": WERK,
    "tafelverzoek_pdf": WERK,
    "tafelbijlage": WERK,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
