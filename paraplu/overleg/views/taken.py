"""Dated tasks: when agreements are looked at again, and the report that each makes of itself."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.inzage.kijker import kijk_van

from .. import queries
from ..stukken.evaluatie import make_evaluatie, read_jaren
from ..taken import find_taak, list_taken
from .toegang import hand_out, may


@require_GET
def overlegtaken(request: HttpRequest) -> HttpResponse:
    """The evaluation after two years and the revision of RA9 after three (R155, R213, P17)."""
    return render(
        request,
        "overleg/taken.html",
        {
            "taken": list_taken(),
            "vandaag": localdate(),
            "mag_besluit": may(request.user, "register_erbij"),
        },
    )


@require_GET
@transaction.atomic
def overlegtaak(request: HttpRequest, sleutel: str, formaat: str) -> HttpResponse:
    """The report of one task, made now from where each agreement stood in every year."""
    taak = find_taak(sleutel)
    if taak is None:
        raise Http404
    vandaag = localdate()
    standen = read_jaren(taak, bekend_op=vandaag, kijk=kijk_van(request.user, op=vandaag))
    inhoud = make_evaluatie(
        taak,
        standen,
        afwijkingen=queries.afwijkingen_for(request.user),
        bekend_op=vandaag,
        op=vandaag,
    )
    return hand_out(
        request, inhoud, formaat=formaat, naam="evaluatie", nummer=taak.sleutel, nu=timezone.now()
    )
