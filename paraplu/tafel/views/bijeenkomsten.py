"""Meetings to evaluate the tables and of the chairs, and where a table works otherwise (R83, R84, R261)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from paraplu.afspraken import gebieden
from paraplu.casussen.fouten import MagNiet
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import run
from paraplu.web.actions import write_spoor
from paraplu.web.models import Soort

from .. import leren, queries
from ..actions import terugkoppelen
from ..forms.terugkoppelen import AfwijkingForm, BijeenkomstForm, VerbeterpuntForm
from ..models import Bijeenkomst, Tafel, Verbeterpunt

DOEL = "leren van de gesprekken aan tafel"


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_bijeenkomsten(request: HttpRequest) -> HttpResponse:
    """Per region how many evaluations this year against two, the meetings, and deviations."""
    vandaag = localdate()
    eigen = list(queries.tafels_for(request.user, op=vandaag))
    formulieren: dict[str, tuple[forms.Form, Callable[[dict[str, Any]], Any]]] = {
        "bijeenkomst": (
            BijeenkomstForm(_of(request, "bijeenkomst"), on=vandaag),
            lambda velden: terugkoppelen.add_bijeenkomst(
                regio=_own(eigen).regio, by=who(request), on=vandaag, **velden
            ),
        ),
        "afwijking": (
            AfwijkingForm(_of(request, "afwijking")),
            lambda velden: terugkoppelen.set_afwijking(
                tafel=_own(eigen), on=vandaag, **{**velden, "onderdeel": int(velden["onderdeel"])}
            ),
        ),
    }
    write_spoor(
        gebruiker=request.user,
        handeling="bijeenkomsten vastleggen" if request.POST else "bijeenkomsten bekijken",
        voorwerp="tafels",
        doel=DOEL,
    )
    form, doe = formulieren.get(request.POST.get("handeling", ""), (None, None))
    if form is not None and doe and form.is_valid() and run(form, doe) is None:
        messages.success(request, _("Vastgelegd."))
        return redirect("tafel_bijeenkomsten")
    regios = {regio.code: regio.naam for regio in gebieden.regios()}
    return render(
        request,
        "tafel/bijeenkomsten.html",
        {
            "jaar": vandaag.year,
            "tellingen": leren.count_evaluaties(vandaag.year, op=vandaag),
            "voorzitters": leren.count_voorzitters(vandaag.year),
            "regios": regios,
            "bijeenkomsten": Bijeenkomst.objects.prefetch_related("verbeterpunten")[:40],
            "tafels": Tafel.objects.select_related("organisatie").prefetch_related("afwijkingen"),
            "eigen": eigen,
            "leidt": request.user.soort == Soort.VOORZITTER and bool(eigen),
            "leiding": request.user.soort == Soort.LEIDINGGEVENDE,
            "bijeenkomst_form": formulieren["bijeenkomst"][0],
            "afwijking_form": formulieren["afwijking"][0],
        },
        status=422 if form is not None and form.errors else 200,
    )


def _of(request: HttpRequest, handeling: str) -> Any:
    return request.POST if request.POST.get("handeling") == handeling else None


def _own(eigen: list[Tafel]) -> Tafel:
    """The table of who is logged in."""
    if not eigen:
        raise MagNiet(_("Dit legt de voorzitter van een tafel vast. Er is niets gewijzigd."))
    return eigen[0]


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafel_verbeterpunt(request: HttpRequest, pk: int) -> HttpResponse:
    """One more point to do better, of a meeting."""
    bijeenkomst = get_object_or_404(Bijeenkomst, pk=pk)
    form = VerbeterpuntForm(request.POST or None)
    write_spoor(
        gebruiker=request.user, handeling="verbeterpunt vastleggen", voorwerp=str(pk), doel=DOEL
    )
    if request.method == "POST" and form.is_valid():
        velden = {**form.cleaned_data, "onderdeel": int(form.cleaned_data["onderdeel"])}
        terugkoppelen.add_verbeterpunt(bijeenkomst=bijeenkomst, **velden)
        messages.success(request, _("Vastgelegd."))
        return redirect("tafel_bijeenkomsten")
    return render(
        request,
        "tafel/verbeterpunt.html",
        {"form": form, "bijeenkomst": bijeenkomst},
        status=422 if form.errors else 200,
    )


@require_POST
@transaction.atomic
def tafel_verbeterpunt_klaar(request: HttpRequest, pk: int) -> HttpResponse:
    """A point is done."""
    punt = get_object_or_404(Verbeterpunt, pk=pk)
    terugkoppelen.finish_verbeterpunt(punt=punt, on=localdate())
    write_spoor(gebruiker=request.user, handeling="verbeterpunt klaar", voorwerp=str(pk), doel=DOEL)
    messages.success(request, _("Vastgelegd: dit punt is klaar."))
    return redirect("tafel_bijeenkomsten")
