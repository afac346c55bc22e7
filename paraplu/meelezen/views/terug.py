"""Words that were sent when the session had lapsed: given back, kept nowhere, and shown again.

They travel in the form of the second proof, from the browser and back to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

#: Pages on which words are written, and how each is shown again with the words in it; filled by
#: `views.schrijven`.
PAGINAS: dict[str, Callable[..., HttpResponse]] = {}


def read_wachtend(request: HttpRequest) -> dict[str, str]:
    """The words on their way in this request and where they were going; empty when there are none."""
    naar = request.POST.get("naar") or request.path
    velden = {naam: request.POST.get(naam, "") for naam in ("woorden", "keuze", "deelt")}
    if route_of(naar)[0] not in PAGINAS or not any(velden.values()):
        return {}
    return {"naar": naar, **velden}


def show_again(request: HttpRequest) -> HttpResponse | None:
    """After the second proof: the page on which the words were written, with the words in it."""
    wacht = read_wachtend(request)
    if not wacht:
        return None
    naam, kwargs = route_of(wacht["naar"])
    return PAGINAS[naam](request, wacht, **kwargs)


def route_of(pad: str) -> tuple[str, dict[str, Any]]:
    """Name and parts of the route of an address of ours; an empty name for any other."""
    try:
        gevonden = resolve(pad)
    except Resolver404:
        return "", {}
    return gevonden.url_name or "", gevonden.kwargs
