"""The receipt of one route, and the figures over all of them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from paraplu.casussen import queries
from paraplu.casussen.cijfers import pagina
from paraplu.casussen.models import Casus
from paraplu.web.actions import write_spoor

from ..verloop.bon import describe, make_routebon
from ..verloop.cijfers import read_tabellen
from ..verloop.lezen import ROUTES, read_traject
from ..verloop.woorden import namen

DOEL = "behandelen van een casus"
BOEK = pagina.Cijferboek(
    titel=_("Cijfers over de aanmeldroutes"),
    over="de aanmeldroutes",
    route="route_cijfers",
    bestand="paraplu-routecijfers",
    tabellen=read_tabellen,
    namen=namen,
    verder=(("routes", _("De afspraken van de routes")),),
)


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The link to the receipt of an aanmeldroute, for who sees the whole case."""
    mag = casus.route_sleutel in ROUTES and queries.sees_gezin(request.user, casus, op=localdate())
    return {} if mag else None


@require_GET
@transaction.atomic
def casus_verloop(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt of one case, for who sees every step of it."""
    vandaag = localdate()
    casus = get_object_or_404(
        queries.casussen_for(request.user).select_related("gezin", "houder"),
        pk=pk,
        route_sleutel__in=ROUTES,
    )
    if not queries.sees_gezin(request.user, casus, op=vandaag):
        raise Http404
    write_spoor(
        gebruiker=request.user,
        handeling="verloop van een casus bekijken",
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.spoor_gezin,
        namens=str(queries.acting_as(request.user, casus, op=vandaag) or ""),
    )
    bon = make_routebon(read_traject(casus, op=vandaag), op=vandaag)
    return render(
        request,
        "aanmelden/verloop_bon.html",
        {"casus": casus, "route": casus.route, "bon": bon, "zin": describe(bon)},
    )


@require_GET
@transaction.atomic
def route_cijfers(request: HttpRequest) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    return pagina.show_cijfers(request, BOEK)


@require_GET
@transaction.atomic
def route_cijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    return pagina.show_csv(request, BOEK)


@require_GET
@transaction.atomic
def route_cijfers_lijst(request: HttpRequest, meting: str) -> HttpResponse:
    """One figure: split by quarter, region and party, with the cases that this user may open."""
    return pagina.show_lijst(request, BOEK, meting)
