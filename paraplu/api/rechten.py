"""The rows of this room in the rights matrix (`web/rechten.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import IEDEREEN, KIJKERS

if TYPE_CHECKING:
    from .models import Sleutel

#: Two addresses of one document; whoever builds on the API reads it before there is an account.
OPENBAAR: Final = frozenset({"api_openapi", "api_openapi_wortel"})


def is_eigen_sleutel(gebruiker: Gebruiker, sleutel: Sleutel) -> bool:
    """A key is revoked by who made it, and by the administrator."""
    return gebruiker.soort == Soort.BEHEERDER or sleutel.gebruiker_id == gebruiker.pk


#: The pages about keys. The administrator sees no figures and so makes no keys, also not for others.
PAGINAS: Final[dict[str, frozenset[Soort]]] = {
    "api_sleutels": KIJKERS,
    "api_sleutels_beheer": frozenset({Soort.BEHEERDER}),
    "api_sleutel_intrekken": IEDEREEN,
}
VOORWERP: Final[dict[str, Callable[[Gebruiker, Any], bool]]] = {
    "api_sleutel_intrekken": is_eigen_sleutel
}


def make_matrix() -> dict[str, frozenset[Soort]]:
    """The pages, and every source with who may ask it."""
    from .bronnen import BRONNEN  # noqa: PLC0415 - they ask for models, which are there only later

    return PAGINAS | {bron.naam: bron.wie for bron in BRONNEN} | {"api_onbekend": IEDEREEN}


def list_deuren() -> set[str]:
    """The routes that a machine asks: they answer for themselves who comes without an account."""
    return set(make_matrix()) - set(PAGINAS)
