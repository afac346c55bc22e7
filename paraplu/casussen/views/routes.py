"""The routes as agreed, per version; and what a newer version means for cases that run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden, routes
from paraplu.afspraken.routes import GEBEURTENISSEN, ROLLEN, Route, teken, vergelijk
from paraplu.netwerk.queries import medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..actions.versie import move_casus
from ..forms import RedenForm
from ..fouten import CasusFout
from ..models import Casus
from ..voorbeeld import newer_versies, preview, preview_casus

DOEL = "behandelen van een casus"
DOEL_AFSPRAKEN = "een nieuwe afspraak voorbereiden"


def find_route(sleutel: str, versie: str) -> Route:
    """One version of a route, or 404."""
    try:
        dag = date.fromisoformat(versie)
    except ValueError:
        raise Http404 from None
    try:
        return routes.route(sleutel, dag)
    except routes.GeenRoute:
        raise Http404 from None


@require_GET
def list_routes(request: HttpRequest) -> HttpResponse:
    """Every route with its versions, the newest first, and what each of them changed."""
    alle = [
        {"route": nieuwste, "versies": list(_versies(nieuwste.sleutel))}
        for nieuwste in (routes.route(s, routes.versies(s)[-1]) for s in routes.routes())
    ]
    return render(
        request,
        "casussen/routes.html",
        {"alle": alle, "mag_voorbeeld": mag(request.user, "route_voorbeeld")},
    )


def _versies(sleutel: str) -> Iterator[dict[str, Any]]:
    dagen = routes.versies(sleutel)
    for vorige, dag in reversed(list(zip((None, *dagen), dagen, strict=False))):
        een = routes.route(sleutel, dag)
        verschillen = vergelijk(routes.route(sleutel, vorige), een) if vorige else ()
        yield {"route": een, "vorige": vorige, "verschillen": verschillen}


@require_GET
def route(request: HttpRequest, sleutel: str, versie: str) -> HttpResponse:
    """One version: steps, drawing, terms with where they come from, and what we added."""
    zonder = find_route(sleutel, versie)
    gekozen = [optie for optie in request.GET.getlist("optie") if optie in zonder.opties]
    een = zonder.met_opties(gekozen)
    return render(
        request,
        "casussen/route.html",
        {
            "route": een,
            "opties": zonder.opties.values(),
            "stappen": [_stap(een, stap) for stap in een.stappen.values()],
            "tijden": een.doorlooptijden,
            # Our own drawing: its texts come from the route's data, never from a user.
            "tekening": mark_safe(teken(een)),  # noqa: S308
            "mag_voorbeeld": mag(request.user, "route_voorbeeld"),
        },
    )


def _stap(een: Route, stap: Any) -> dict[str, Any]:
    return {
        "stap": stap,
        "wie": [ROLLEN[rol] for rol in stap.rollen],
        "vanaf": GEBEURTENISSEN[stap.loopt_vanaf] if stap.termijn else "",
        "bron": " ".join((*stap.vereisten, *stap.lezing)),
        "daarna": [(u.naam, _daarna(een, u)) for u in stap.uitkomsten.values()],
    }


def _daarna(een: Route, uitkomst: Any) -> str:
    if uitkomst.eind:
        return _("einde: %(eind)s") % {"eind": een.einden[uitkomst.eind]}
    return ", ".join(f"{een.stap(s).nummer} {een.stap(s).naam}" for s in uitkomst.volgende) or _(
        "wacht op een andere stap"
    )


@require_GET
@transaction.atomic
def route_voorbeeld(request: HttpRequest, sleutel: str, versie: str) -> HttpResponse:
    """What this version would do to the cases on other versions: numbers, never a case."""
    een = find_route(sleutel, versie)
    write_spoor(
        gebruiker=request.user,
        handeling="voorbeeld van een routeversie bekijken",
        voorwerp=f"{sleutel} {versie}",
        doel=DOEL_AFSPRAKEN,
    )
    namen = {regio.code: regio.naam for regio in gebieden.regios()}
    voorbeeld = preview(een, on=localdate())
    return render(
        request,
        "casussen/route_voorbeeld.html",
        {
            "route": een,
            "voorbeeld": voorbeeld,
            "regios": [(namen.get(t.regio, t.regio), t) for t in voorbeeld.per_regio],
        },
    )


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """On the page of a case that runs on an older version, for who may move it."""
    if not casus.is_open or not mag(request.user, "casus_versie"):
        return None
    nieuwer = newer_versies(casus, routes.versies(casus.route_sleutel), on=localdate())
    geheel = nieuwer and queries.sees_gezin(request.user, casus, op=localdate())
    return {"versie": nieuwer[-1], "casus": casus} if geheel else None


@require_http_methods(["GET", "POST"])
@transaction.atomic
def casus_versie(request: HttpRequest, pk: int) -> HttpResponse:
    """Let one running case go on under the newest version, with a reason, when that is possible."""
    vandaag = localdate()
    casus = get_object_or_404(
        queries.casussen_for(request.user).select_related("gezin", "houder"), pk=pk
    )
    nieuwer = newer_versies(casus, routes.versies(casus.route_sleutel), on=vandaag)
    if not nieuwer or not queries.sees_gezin(request.user, casus, op=vandaag):
        raise Http404
    naar = routes.route(casus.route_sleutel, nieuwer[-1])
    form = RedenForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _move(request, casus, naar, form):
        messages.success(request, _("De casus loopt nu volgens de nieuwe afspraken."))
        return redirect(casus)
    _trace(request, casus, "andere routeversie bekijken")
    return render(
        request,
        "casussen/route_casus.html",
        {"casus": casus, "naar": naar, "voorbeeld": preview_casus(casus, naar), "form": form},
        status=422 if form.errors else 200,
    )


def _move(request: HttpRequest, casus: Casus, naar: Route, form: RedenForm) -> bool:
    """Move the case; False, with the objection in the form, when that cannot be."""
    vandaag = localdate()
    try:
        with transaction.atomic():
            move_casus(
                casus=casus,
                naar=naar,
                by=medewerker_of(request.user, op=vandaag),
                on=vandaag,
                reden=form.cleaned_data["reden"],
            )
    except CasusFout as fout:
        form.add_error(None, str(fout))
        return False
    _trace(request, casus, "andere routeversie kiezen")
    return True


def _trace(request: HttpRequest, casus: Casus, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.spoor_gezin,
        namens=str(queries.acting_as(request.user, casus, op=localdate()) or ""),
    )
