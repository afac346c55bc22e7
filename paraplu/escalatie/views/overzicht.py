"""Where one is in the room: the own escalations, what can be learned, the route of a region."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.afspraken import gebieden
from paraplu.afspraken.routes import geldend
from paraplu.casussen.cijfers.verbergen import DREMPEL
from paraplu.netwerk.models import ContactSoort
from paraplu.netwerk.queries import contacten_voor, instelling
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..actions.beginnen import ROUTE

#: The settings of a region on its page, with the words above them.
AFSPRAKEN = ("escalatie_waar", "escalatie_route", "escalatie_bovenregionaal")


@require_GET
@transaction.atomic
def escalaties(request: HttpRequest) -> HttpResponse:
    """The escalations this user takes part in, and the ways to the other pages of the room."""
    vandaag = localdate()
    mijn = queries.escalaties_for(request.user, op=vandaag).order_by(
        "casus__afgesloten_op", "-casus"
    )
    write_spoor(gebruiker=request.user, handeling="escalaties bekijken", doel="eigen werk doen")
    return render(
        request,
        "escalatie/escalaties.html",
        {
            "rijen": [(een, queries.list_aan_zet(een)) for een in mijn[:200]],
            "route": geldend(ROUTE, op=vandaag),
            "regios": gebieden.regios(),
            "mag_lijst": mag(request.user, "onbeschermd"),
            "mag_cijfers": mag(request.user, "escalatie_cijfers"),
        },
    )


@require_GET
@transaction.atomic
def leerlijst(request: HttpRequest) -> HttpResponse:
    """What escalations taught, without case, organisation, region or person."""
    write_spoor(gebruiker=request.user, handeling="leerlijst bekijken", doel="leren van escalaties")
    return render(
        request, "escalatie/leerlijst.html", {"lessen": queries.list_lessen(), "drempel": DREMPEL}
    )


@require_GET
def escalatieroute(request: HttpRequest, regio: str) -> HttpResponse:
    """Where concerns can go in one region, and whom to call (R142, R291)."""
    vandaag = localdate()
    gevonden = next((een for een in gebieden.regios() if een.code == regio), None)
    if gevonden is None:
        raise Http404
    afspraken = {naam: instelling(regio, naam, op=vandaag) for naam in AFSPRAKEN}
    return render(
        request,
        "escalatie/route.html",
        {
            "regio": gevonden,
            "regios": gebieden.regios(),
            "route": geldend(ROUTE, op=vandaag),
            **afspraken,
            "contacten": contacten_voor(ContactSoort.ESCALATIE, regio=regio, op=vandaag),
            "mag_lijst": mag(request.user, "onbeschermd"),
        },
    )
