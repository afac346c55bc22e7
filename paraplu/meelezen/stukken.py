"""What the family can read: rooms above this one register their kinds of items.

register(StukSoort(sleutel="verslag", naam=_("Verslag"), stukken=list_verslagen, toon=show_verslag))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from paraplu.casussen.models import Casus, Persoon


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """One item: `sleutel` tells it from the others of its kind and stands in the address.

    A sleutel is a number or word of ours (letters, digits, - and _), never a name. `rij` is for
    the room itself, such as the row behind the item; nothing of it is shown.
    """

    sleutel: str
    titel: str
    op: date
    rij: Any = None


#: Items of this kind that `persoon` may read in `casus` on a day.
Stukken = Callable[[Casus, Persoon, date], Sequence[Stuk]]
#: Template and context with which an item is shown to `persoon`, in a language.
Toon = Callable[[Stuk, Persoon, str], tuple[str, dict[str, Any]]]


@dataclass(frozen=True, kw_only=True)
class StukSoort:
    """A kind of item. Both functions run beyond the wall: they filter on case and person themselves.

    `reageren`: a reaction may be written. `duidelijk`: it holds agreements, so it is asked whether
    they are clear (R223). `voor_kind`: a child of twelve or older may read it too; `toon` then
    gives words that a child can read. `bij_inbreng` is called in the transaction in which somebody
    wrote about such an item (`paraplu.meelezen.models.Inbreng`).
    """

    sleutel: str
    naam: Any
    stukken: Stukken
    toon: Toon
    reageren: bool = True
    duidelijk: bool = False
    voor_kind: bool = True
    bij_inbreng: Callable[[Any], None] | None = None


_SOORTEN: dict[str, StukSoort] = {}


class OnbekendeSoort(KeyError):
    """No room registered this kind of item."""


def register(soort: StukSoort) -> None:
    """Let this kind be read; the same key again takes the place of the first."""
    _SOORTEN[soort.sleutel] = soort


def find_soort(sleutel: str) -> StukSoort:
    """The kind with this key; OnbekendeSoort."""
    try:
        return _SOORTEN[sleutel]
    except KeyError:
        raise OnbekendeSoort(sleutel) from None


def list_soorten(*, voor_kind: bool = False) -> list[StukSoort]:
    """All kinds in the order in which the rooms came; with `voor_kind` those for a child."""
    return [soort for soort in _SOORTEN.values() if soort.voor_kind or not voor_kind]
