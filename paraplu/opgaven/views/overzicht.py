"""Who reported about a year and who did not: of everybody, or of the own GI."""

from __future__ import annotations

from datetime import date
from typing import Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.afspraken import gebieden
from paraplu.web.rechten import mag

from .. import queries
from ..queries import pagina
from ..rechten import INZIEN, KIJKT_MEE
from .toegang import trace

#: The first year with returns: the one before the agreement began.
EERSTE_JAAR: Final = 2021


@require_GET
@transaction.atomic
def opgaven(request: HttpRequest) -> HttpResponse:
    """Every return of a year with who sent it, and every region with its checklists."""
    vandaag = localdate()
    jaren = range(vandaag.year - 1, EERSTE_JAAR - 1, -1)
    gevraagd = request.GET.get("jaar", "")
    jaar = next((een for een in jaren if str(een) == gevraagd), jaren[0])
    eigen = pagina.own_gi(request.user)
    ziet_alles = request.user.soort in KIJKT_MEE
    trace(request, "opgaven bekijken", str(jaar))
    regels = (
        pagina.list_regels(jaar, bekend_op=vandaag, gis=None if ziet_alles else [eigen])
        if request.user.soort in INZIEN
        else []
    )
    return render(
        request,
        "opgaven/opgaven.html",
        {
            "jaar": jaar,
            "jaren": jaren,
            "regels": regels,
            "ziet_alles": ziet_alles,
            "eigen_gi": eigen if request.user.soort not in KIJKT_MEE else "",
            "regios": _regios(vandaag) if mag(request.user, "regiolijst") else [],
            "mag_enquetes": mag(request.user, "enquetes"),
            "mag_incidenten": mag(request.user, "incidenten"),
            "mag_woonplaats": mag(request.user, "woonplaats"),
            "mag_zoeken": mag(request.user, "zoekacties"),
        },
    )


def _regios(op: date) -> list[queries.Bouwstenen]:
    return [queries.bouwstenen(regio.code, op=op) for regio in gebieden.regios()]
