"""The rows of this room in the rights matrix (`web/rechten.py`), and its routes without a user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from paraplu.casussen.rechten import WERK
from paraplu.web.models import Gebruiker, Soort

#: Pages of the family: nobody has an account for them. `poort.voor_lezer` decides who may pass.
ZONDER_ACCOUNT: Final = frozenset(
    {
        "meelezen",
        "meelezen_begin",
        "meelezen_code",
        "meelezen_sms",
        "meelezen_nieuwe_link",
        "meelezen_taal",
        "meelezen_stoppen",
        "meelezen_overzicht",
        "meelezen_wie_keek",
        "meelezen_geschreven",
        "meelezen_stuk",
        "meelezen_reactie",
        "meelezen_duidelijk",
        "meelezen_horen",
        "meelezen_delen",
    }
)
#: Pages of who works on the case; which case, `queries.uitnodigingen_for` and `may_invite` decide.
MATRIX: dict[str, frozenset[Soort]] = {
    "meelezen_uitnodigen": WERK,
    "meelezen_inbreng": WERK,
    "meelezen_intrekken": WERK,
    "meelezen_opnieuw": WERK,
    "meelezen_brief": WERK,
}
VOORWERP: dict[str, Callable[[Gebruiker, Any], bool]] = {}
