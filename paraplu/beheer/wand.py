"""The tables of this room behind the second wall: only the administrator sees them."""

from __future__ import annotations

from typing import Final

from paraplu.web.models import Soort
from paraplu.web.wand.beleid import Beleid, Functie

FUNCTIES: Final = (
    Functie(
        "wand_soort",
        "",
        "text",
        "SELECT g.soort FROM public.web_gebruiker g WHERE g.id = public.wand_gebruiker()",
    ),
)
_BEHEER: Final = f"(SELECT wand_soort()) = '{Soort.BEHEERDER}'"
BELEID: Final[tuple[Beleid, ...]] = tuple(
    Beleid(f"beheer_{tabel}", _BEHEER)
    for tabel in ("aanhouding", "vernietigingslijst", "lijstregel", "vernietiging")
)
VRIJ: Final[dict[str, str]] = {
    "beheer_spoorcontrole": "aantallen van het spoor als geheel; de metingen lezen het zonder account",
}
