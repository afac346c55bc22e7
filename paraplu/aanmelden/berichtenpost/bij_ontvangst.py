"""Who wants to know of an incoming message. The steps subscribe when Django starts (`apps.py`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from .duiden import SOORTEN, Betekenis

if TYPE_CHECKING:
    from paraplu.aanmelden.models import Werkbericht
    from paraplu.casussen.models import Casus

#: Called in the transaction that stores the message, with keywords: `betekenis`, `casus` (always
#: one), `bericht` (the Werkbericht) and `on` (the day on which it was read).
Ontvanger = Callable[..., None]

_ONTVANGERS: dict[str, list[Ontvanger]] = {}


def register(soort: str, fn: Ontvanger) -> None:
    """Let `fn` know of every meaning of this kind (`duiden.SOORTEN`); twice is once.

    Raises KeyError for a kind that no message has.
    """
    if soort not in SOORTEN:
        raise KeyError(soort)
    ontvangers = _ONTVANGERS.setdefault(soort, [])
    if fn not in ontvangers:
        ontvangers.append(fn)


def unregister(soort: str, fn: Ontvanger) -> None:
    """Stop telling `fn`."""
    _ONTVANGERS[soort].remove(fn)


def tell(*, betekenis: Betekenis, casus: Casus, bericht: Werkbericht, on: date) -> None:
    """Tell all who subscribed to this kind, in the order in which they did."""
    for fn in tuple(_ONTVANGERS.get(betekenis.soort, ())):
        fn(betekenis=betekenis, casus=casus, bericht=bericht, on=on)
