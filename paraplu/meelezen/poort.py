"""The gate of the family's pages: who reads, in which language, with which cookies and headers.

These routes are public (`web.rechten.OPENBAAR`): who may pass is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.timezone import now

from .models import Uitnodiging
from .queries.lezer import Lezer, find_lezer, find_toestel
from .talen import best_of, choose_taal

Pagina = Callable[..., HttpResponse]

#: On the way over TLS the browser itself holds these to this host (`__Host-`).
VOOR = "__Host-" if settings.HTTPS else ""
SESSIE, TOESTEL, TAAL = f"{VOOR}meelezen", f"{VOOR}meelezen_toestel", f"{VOOR}meelezen_taal"
KOPPEN = {
    "Cache-Control": "private, no-store",
    # Never `no-referrer`: browsers then call the origin of a form null, and the form is refused.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def openbaar(pagina: Pagina) -> Pagina:
    """A page of the family: in their language, never kept by the browser or a search engine."""

    @wraps(pagina)
    def met_taal(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.lezer = find_lezer(
            sessie=request.COOKIES.get(SESSIE, ""),
            toestel=request.COOKIES.get(TOESTEL, ""),
            op=now(),
        )
        request.taal = _choose_taal(request)
        with translation.override(request.taal):
            try:
                antwoord = pagina(request, *args, **kwargs)
            except Http404:
                antwoord = render(request, "meelezen/niet_gevonden.html", status=404)
        for naam, waarde in KOPPEN.items():
            antwoord[naam] = waarde
        antwoord["Content-Language"] = request.taal
        return antwoord

    return met_taal


def voor_lezer(pagina: Pagina, *, anders: Pagina | None = None) -> Pagina:
    """Only with a running session, else to the beginning; what is sent then goes to `anders`.

    What the page does is one transaction.
    """

    @wraps(pagina)
    def bewaakt(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.lezer is None:
            vangt_op = anders if request.method == "POST" else None
            return vangt_op(request) if vangt_op else redirect("meelezen")
        with transaction.atomic():
            return pagina(request, *args, **kwargs)

    return openbaar(bewaakt)


def toestel_of(request: HttpRequest) -> Uitnodiging | None:
    """The invitation that was begun in this browser."""
    return find_toestel(request.COOKIES.get(TOESTEL, ""), op=now())


def keep_toestel(antwoord: HttpResponse, geheim: str) -> None:
    """Let the browser know this device until the invitation ends."""
    _set(antwoord, TOESTEL, geheim, max_age=92 * 24 * 3600)


def keep_sessie(antwoord: HttpResponse, geheim: str) -> None:
    """Let the browser read along until it is closed, or silent too long."""
    _set(antwoord, SESSIE, geheim)


def keep_taal(antwoord: HttpResponse, taal: str) -> None:
    """The language before there is a session."""
    _set(antwoord, TAAL, taal)


def forget_sessie(antwoord: HttpResponse) -> None:
    """The browser stops reading along."""
    antwoord.delete_cookie(SESSIE, path="/", samesite="Strict")


def _set(antwoord: HttpResponse, naam: str, waarde: str, *, max_age: int | None = None) -> None:
    antwoord.set_cookie(
        naam,
        waarde,
        max_age=max_age,
        path="/",
        secure=settings.HTTPS,
        httponly=True,
        samesite="Strict",
    )


def _choose_taal(request: HttpRequest) -> str:
    lezer: Lezer | None = request.lezer
    return choose_taal(
        lezer.taal if lezer else "",
        request.COOKIES.get(TAAL, ""),
        best_of(request.headers.get("Accept-Language", "")),
    )


def adres_of(request: HttpRequest) -> str:
    """From where the request comes, for the brake on guessing."""
    return request.META.get("REMOTE_ADDR", "")
