"""What a step asks on its page: rooms above register a form per step of a route."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from .models import CasusStap


@dataclass(frozen=True, kw_only=True)
class StapVorm:
    """The part of a step's page that belongs to one procedure.

    `context(request, stap)` gives what `template` shows. `handle(request, stap, handeling)` takes a
    form of that part, by the name of its button, and answers with a redirect or the page again.
    """

    template: str
    context: Callable[[HttpRequest, CasusStap], dict[str, Any]]
    handle: Callable[[HttpRequest, CasusStap, str], HttpResponse]
    #: Outcomes that this part closes the step with; they are not offered a second time below it.
    sluit: frozenset[str] = frozenset()


_VORMEN: dict[tuple[str, str], StapVorm] = {}


def register(route: str, stap: str, vorm: StapVorm) -> None:
    """Show `vorm` on the page of this step of this route."""
    _VORMEN[route, stap] = vorm


def vorm_of(stap: CasusStap) -> StapVorm | None:
    """The form of a step, None when closing it is all there is to do."""
    return _VORMEN.get((stap.casus.route_sleutel, stap.sleutel))
