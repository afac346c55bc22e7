"""What rooms above show on the page of a case, such as the messages of the aanmeldroutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import Casus


@dataclass(frozen=True, kw_only=True)
class Paneel:
    """A part of the page of a case; `context` gives None when there is nothing to show."""

    template: str
    context: Callable[[HttpRequest, Casus], dict[str, Any] | None]


_PANELEN: list[Paneel] = []


def register(paneel: Paneel) -> None:
    """Add a part to the page of a case, after those that are there."""
    if paneel not in _PANELEN:
        _PANELEN.append(paneel)


def panelen_of(request: HttpRequest, casus: Casus) -> list[tuple[str, dict[str, Any]]]:
    """Template and context of every part that has something to show."""
    alle = ((paneel.template, paneel.context(request, casus)) for paneel in _PANELEN)
    return [(template, inhoud) for template, inhoud in alle if inhoud is not None]
