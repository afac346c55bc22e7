"""What rooms above show on the page of a case, such as the messages of the aanmeldroutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.http import HttpRequest

from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .models import Casus, Gezin


@dataclass(frozen=True, kw_only=True)
class Paneel:
    """A part of the page of a case; `context` gives None when there is nothing to show."""

    template: str
    context: Callable[[HttpRequest, Casus], dict[str, Any] | None]


@dataclass(frozen=True, kw_only=True)
class Gezinspaneel:
    """A part of the page of a family; `context` gives None when there is nothing to show."""

    template: str
    context: Callable[[HttpRequest, Gezin], dict[str, Any] | None]


@dataclass(frozen=True)
class Kindactie:
    """Something one can begin for a child, on the page of its family; `route` takes its number."""

    route: str
    tekst: Any


class Wachtend(Protocol):
    """Something that waits for a person besides steps: number of the case, words, where, last day."""

    casus: str
    tekst: str
    adres: str
    dag: date | None


WachtBron = Callable[[Gebruiker, date], Iterable[Wachtend]]

_WACHTBRONNEN: list[WachtBron] = []
_KINDACTIES: list[Kindactie] = []
_GEZINSACTIES: list[Kindactie] = []
_PANELEN: list[Paneel] = []
_GEZINSPANELEN: list[Gezinspaneel] = []


def register(paneel: Paneel) -> None:
    """Add a part to the page of a case, after those that are there."""
    if paneel not in _PANELEN:
        _PANELEN.append(paneel)


def panelen_of(request: HttpRequest, casus: Casus) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of every part that has something to show."""
    alle = ((paneel.template, paneel.context(request, casus)) for paneel in _PANELEN)
    return [(template, inhoud) for template, inhoud in alle if inhoud is not None]


def register_gezinspaneel(paneel: Gezinspaneel) -> None:
    """Add a part to the page of a family, after those that are there."""
    if paneel not in _GEZINSPANELEN:
        _GEZINSPANELEN.append(paneel)


def gezinspanelen_of(request: HttpRequest, gezin: Gezin) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of every part that has something to show."""
    alle = ((paneel.template, paneel.context(request, gezin)) for paneel in _GEZINSPANELEN)
    return [(template, inhoud) for template, inhoud in alle if inhoud is not None]


def register_kindactie(actie: Kindactie) -> None:
    """Offer this beside every child of a family, to whom the rights matrix lets do it."""
    if actie not in _KINDACTIES:
        _KINDACTIES.append(actie)


def kindacties_for(gebruiker: Gebruiker) -> list[Kindactie]:
    """What this user may begin for a child."""
    return [actie for actie in _KINDACTIES if mag(gebruiker, actie.route)]


def register_gezinsactie(actie: Kindactie) -> None:
    """Offer this for the family as a whole; `route` takes the number of the family."""
    if actie not in _GEZINSACTIES:
        _GEZINSACTIES.append(actie)


def gezinsacties_for(gebruiker: Gebruiker) -> list[Kindactie]:
    """What this user may begin for a family."""
    return [actie for actie in _GEZINSACTIES if mag(gebruiker, actie.route)]


def register_wachtend(bron: WachtBron) -> None:
    """Let a room add to what waits for a person, on the list of work and in the digest."""
    if bron not in _WACHTBRONNEN:
        _WACHTBRONNEN.append(bron)


def list_wachtend(gebruiker: Gebruiker, on: date) -> list[Wachtend]:
    """Everything besides steps that waits for this user."""
    return [regel for bron in _WACHTBRONNEN for regel in bron(gebruiker, on)]
