"""Actions: the list, one action with its dates and states, and moving or ending it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from .. import queries
from ..actions import acties as acts
from ..forms.overleggen import ActieForm, DatumForm, StapVorm
from ..models import Actie, Actiestap
from ..rechten import mag_actie_wijzigen
from .overleggen import find_own as find_own_overleg
from .toegang import done, need, show_form, try_save

#: What the list can be narrowed to.
FILTERS = {"lopend", "laat", "agenda2020", "alle"}


@require_GET
def overlegacties(request: HttpRequest) -> HttpResponse:
    """Actions of meetings and of the agenda of 2020 (R219)."""
    vandaag = localdate()
    keuze = request.GET.get("toon", "lopend")
    keuze = keuze if keuze in FILTERS else "lopend"
    return render(
        request,
        "overleg/acties.html",
        {
            "acties": [
                (actie, _is_laat(actie, vandaag)) for actie in _choose(request, keuze, vandaag)
            ],
            "keuze": keuze,
            "filters": (
                ("lopend", _("Lopend")),
                ("laat", _("Over de datum")),
                ("agenda2020", _("Agenda van 2020")),
                ("alle", _("Alle")),
            ),
        },
    )


def _choose(request: HttpRequest, keuze: str, vandaag: date) -> Any:
    acties = queries.acties_for(request.user)
    if keuze == "lopend":
        return queries.running(acties)
    if keuze == "laat":
        return queries.late(acties, op=vandaag)
    return acties.filter(sleutel__isnull=False) if keuze == "agenda2020" else acties


def _is_laat(actie: Any, op: date) -> bool:
    return actie.datum is not None and actie.datum < op and actie.stand not in queries.KLAAR


def find(request: HttpRequest, pk: int) -> Actie:
    """An action that this user may see, else 404."""
    return get_object_or_404(queries.acties_for(request.user).select_related("overleg"), pk=pk)


def find_own(request: HttpRequest, pk: int) -> Actie:
    """An action that this user may move or end, else 404."""
    actie = find(request, pk)
    need(mag_actie_wijzigen(request.user, actie))
    return actie


@require_GET
def overlegactie(request: HttpRequest, pk: int) -> HttpResponse:
    """One action with every date it had and why that changed (R318)."""
    actie = find(request, pk)
    loopt = actie.stand not in queries.KLAAR
    return render(
        request,
        "overleg/actie.html",
        {
            "actie": actie,
            "datums": actie.datums.select_related("door"),
            "stappen": actie.stappen.select_related("door"),
            "stand": Actiestap.Stand(actie.stand).label if actie.stand else "",
            "laat": _is_laat(actie, localdate()),
            "mag_wijzigen": loopt and mag_actie_wijzigen(request.user, actie),
        },
    )


@require_http_methods(["GET", "POST"])
def overlegactie_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """A new action of a meeting."""
    overleg = find_own_overleg(request, pk)
    form = ActieForm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(
            form,
            lambda: acts.add_actie(by=request.user, on=localdate(), overleg=overleg, **velden),
        ):
            return done(request, overleg, bericht=_("De actie is afgesproken."))
    terug = (overleg.get_absolute_url(), str(overleg))
    return show_form(request, form, titel=_("Een actie afspreken"), terug=terug)


@require_http_methods(["GET", "POST"])
def overlegactie_datum(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the date of an action, with why."""
    actie = find_own(request, pk)
    form = DatumForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(
            form,
            lambda: acts.move_datum(actie=actie, by=request.user, on=localdate(), **velden),
        ):
            return done(request, actie)
    terug = (reverse("overlegactie", args=[pk]), str(actie))
    return show_form(request, form, titel=_("Een andere datum"), terug=terug)


@require_http_methods(["GET", "POST"])
def overlegactie_stap(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how an action stands."""
    actie = find_own(request, pk)
    form = StapVorm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(
            form, lambda: acts.note_stap(actie=actie, by=request.user, on=localdate(), **velden)
        ):
            return done(request, actie)
    terug = (reverse("overlegactie", args=[pk]), str(actie))
    return show_form(request, form, titel=_("Hoe staat de actie ervoor?"), terug=terug)
