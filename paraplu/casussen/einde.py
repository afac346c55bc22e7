"""When a measure may end: what the database asks, and what rooms above add to it (R12).

The hand-over itself is in a room above; that it was accepted stands in the closed step of its case,
which nobody can edit. Here is asked whether it does, and the database asks the same once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .models import Casus, CasusStap, Maatregel

#: The route, its step and the outcome by which a lokaal team takes the family over.
ROUTE: Final = "warme-overdracht"
AANVAARDEN: Final = "aanvaarden"
AANVAARD: Final = "aanvaard"


@dataclass(frozen=True, kw_only=True)
class Toets:
    """Something that is looked at before a measure ends, such as the review at a table (R81).

    `in_orde` False keeps the measure from ending, unless who ends it writes down why all the same.
    `adres` is the page where it can be done, "" without one.
    """

    sleutel: str
    naam: Any
    in_orde: bool
    zin: Any
    adres: str = ""


@dataclass(frozen=True)
class Maatregelactie:
    """Something one can do with a running measure, on the page of its family; `route` takes its number.

    `soorten` are the kinds of measure it is for; empty is all of them.
    """

    route: str
    tekst: Any
    soorten: frozenset[str] = frozenset()


Bron = Callable[[Maatregel, date], Toets | None]
_TOETSEN: list[Bron] = []
_ACTIES: list[Maatregelactie] = []


def register_toets(bron: Bron) -> None:
    """Let a room look before a measure ends; None when it has nothing to say about this one."""
    if bron not in _TOETSEN:
        _TOETSEN.append(bron)


def list_toetsen(maatregel: Maatregel, *, on: date) -> list[Toets]:
    """Everything that is looked at for this measure, and how it stands on a day."""
    return [toets for bron in _TOETSEN if (toets := bron(maatregel, on)) is not None]


def register_actie(actie: Maatregelactie) -> None:
    """Offer this beside every running measure, to whom the rights matrix lets do it."""
    if actie not in _ACTIES:
        _ACTIES.append(actie)


def acties_for(gebruiker: Gebruiker) -> list[Maatregelactie]:
    """What this user may do with a measure."""
    return [actie for actie in _ACTIES if mag(gebruiker, actie.route)]


def choose_acties(acties: Iterable[Maatregelactie], maatregel: Maatregel) -> list[Maatregelactie]:
    """Those of them that are for a measure of this kind."""
    return [actie for actie in acties if not actie.soorten or maatregel.soort in actie.soorten]


def is_handed_over(casus: Casus) -> bool:
    """Whether the lokaal team accepted in this case, and nothing came after that acceptance."""
    if casus.route_sleutel != ROUTE:
        return False
    laatste = CasusStap.objects.filter(casus=casus, sleutel=AANVAARDEN).order_by("-id").first()
    return laatste is not None and laatste.uitkomst == AANVAARD
