"""Figures that are not computed yet: the page says so, and the worker computes them."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from .actions.rekenen import ask_rekenen

#: The word in an address with which a waiting page does not look again by itself.
VANZELF, NIET = "vanzelf", "nee"


class NogNietKlaar(Exception):
    """What a page shows takes too long to compute for a request.

    `bekend_op`: of the data as known on that day; None: as known now.
    """

    def __init__(self, bekend_op: date | None = None) -> None:
        super().__init__()
        self.bekend_op = bekend_op


class Wachtpagina:
    """Answers NogNietKlaar of any view with a page that waits, after asking the worker for it."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What the view itself wrote was taken back by now, so the task is asked for here."""
        if not isinstance(exception, NogNietKlaar):
            return None
        vragen = request.GET.copy()
        vanzelf = vragen.pop(VANZELF, [""])[-1] != NIET
        lukt = ask_rekenen(exception.bekend_op)
        zonder = "&".join(filter(None, (vragen.urlencode(), f"{VANZELF}={NIET}")))
        return render(
            request,
            "inzage/wacht.html",
            {
                "dag": exception.bekend_op,
                "lukt": lukt,
                "vanzelf": vanzelf and lukt,
                "weer": f"{request.path}?{vragen.urlencode()}",
                "zonder": f"{request.path}?{zonder}",
            },
            status=202 if lukt else 503,
        )
