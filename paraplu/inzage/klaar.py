"""Figures that are not computed yet: the page says so, and the worker computes them.

Within a request nothing is computed that takes long: the monitor raises NogNietBerekend in its
place. Tasks and commands have patience.
"""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from paraplu.monitor.geduld import NogNietBerekend, zonder_geduld

from .actions.rekenen import ask_patroon, ask_rekenen

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
        with zonder_geduld():
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What the view itself wrote was taken back by now, so the task is asked for here."""
        if not isinstance(exception, NogNietKlaar | NogNietBerekend):
            return None
        vragen = request.GET.copy()
        vanzelf = vragen.pop(VANZELF, [""])[-1] != NIET
        lukt = ask_what_lacks(exception)
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


def ask_what_lacks(fout: NogNietKlaar | NogNietBerekend) -> bool:
    """Ask the worker for what a page waits for; False when that failed before."""
    if isinstance(fout, NogNietBerekend) and fout.ontbrekend is not None:
        return ask_patroon(fout.ontbrekend, bekend_op=fout.bekend_op)
    return ask_rekenen(fout.bekend_op)
