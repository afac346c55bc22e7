"""What is asked of a user over and over while one page is made, and is asked of the database once.

Only a page that changes nothing remembers, and only until it is made: `middleware.Toegang` begins it
on the account of that one request. A form, a task and a command ask anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from .models import Gebruiker

Antwoord = TypeVar("Antwoord")


def begin(gebruiker: Gebruiker) -> None:
    """Remember for this account, as it was read for one request."""
    gebruiker.onthouden = {}


def once(gebruiker: Gebruiker, wat: Hashable, vraag: Callable[[], Antwoord]) -> Antwoord:
    """The answer to `vraag`; of a page that remembers the one given before under `wat`."""
    onthouden = getattr(gebruiker, "onthouden", None)
    if onthouden is None:
        return vraag()
    if wat not in onthouden:
        onthouden[wat] = vraag()
    return onthouden[wat]
