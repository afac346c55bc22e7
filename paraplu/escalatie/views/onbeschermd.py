"""The list of insufficiently protected children: own reports, and numbers per region (R141)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden
from paraplu.casussen import queries as werk
from paraplu.casussen.cijfers.bereik import bereik_of
from paraplu.casussen.cijfers.verbergen import ALLES, DREMPEL
from paraplu.casussen.models import Gezin, Persoon
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import run
from paraplu.netwerk.queries import instelling
from paraplu.web.actions import write_spoor
from paraplu.web.wand.verzoek import beyond_wall

from .. import actions, queries
from ..forms.onbeschermd import BesprekingForm, MeldForm, SluitForm
from ..models import Onbeschermd
from ..rechten import TELT

DOEL = "kinderen beschermen"


@require_GET
@transaction.atomic
def onbeschermd(request: HttpRequest) -> HttpResponse:
    """Per region: the reports one may read, by number of the family; for the region how many."""
    write_spoor(gebruiker=request.user, handeling="lijst onbeschermd bekijken", doel=DOEL)
    vandaag = localdate()
    telt = request.user.soort in TELT
    rijen = queries.onbeschermd_for(request.user, op=vandaag).prefetch_related("besprekingen")
    regios = []
    for regio in gebieden.regios():
        if telt and bereik_of(request.user, op=vandaag).regio not in {ALLES, regio.code}:
            continue
        eigen = [] if telt else list(rijen.filter(regio=regio.code).order_by("gemeente", "-id"))
        for rij in eigen:
            rij.laatste = next(reversed(rij.besprekingen.all()), None)
        if not (telt or eigen):
            continue
        regios.append(
            {
                "regio": regio,
                "rijen": [(rij, gebieden.gemeente(rij.gemeente)) for rij in eigen],
                "telling": queries.count_onbeschermd(regio.code, _gemeenten(regio.code))
                if telt
                else None,
                "waar": instelling(regio.code, "escalatie_waar", op=vandaag),
                "laatste": instelling(regio.code, "escalatie_bovenregionaal", op=vandaag),
            }
        )
    return render(
        request, "escalatie/onbeschermd.html", {"regios": regios, "telt": telt, "drempel": DREMPEL}
    )


def _gemeenten(regio: str) -> dict[str, str]:
    alle = sorted(gebieden.gemeenten(), key=lambda een: een.naam)
    return {een.code: een.naam for een in alle if een.regio == regio}


@require_http_methods(["GET", "POST"])
@transaction.atomic
def onbeschermd_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a family on the list; one that this user works for."""
    bekend = Q(pk__in=werk.gezinnen_for(request.user)) | Q(
        casussen__in=werk.casussen_for(request.user)
    )
    gezin = get_object_or_404(Gezin.objects.filter(bekend).distinct(), pk=pk)
    form = MeldForm(request.POST or None, personen=_people(gezin), on=localdate())
    gemaakt: list[Onbeschermd] = []
    if request.method == "POST" and form.is_valid():

        def doe(velden: dict[str, Any]) -> None:
            gemaakt.append(
                actions.report_onbeschermd(gezin=gezin, by=who(request), on=localdate(), **velden)
            )

        run(form, doe)
    _trace(request, gezin, "melden als onbeschermd" if gemaakt else "gezin bekijken")
    if gemaakt:
        messages.success(request, _("Het gezin staat op de lijst van de regio."))
        return redirect("onbeschermd_melding", gemaakt[0].pk)
    return render(
        request,
        "escalatie/onbeschermd_nieuw.html",
        {"gezin": gezin, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def onbeschermd_melding(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: where it was discussed, and how it ended."""
    melding = get_object_or_404(queries.onbeschermd_for(request.user, op=localdate()), pk=pk)
    ik, vandaag = who(request), localdate()
    mag = melding.afgesloten_op is None and melding.organisatie_id == ik.organisatie_id
    wie = {"personen": _people(melding.gezin), "on": vandaag}
    vormen = {
        "bespreking": BesprekingForm(prefix="bespreking", **wie),
        "sluit": SluitForm(prefix="sluit", **wie),
    }
    daden: dict[str, Callable[[dict[str, Any]], Any]] = {
        "bespreking": lambda velden: actions.add_bespreking(melding=melding, by=ik, **velden),
        "sluit": lambda velden: actions.close_onbeschermd(melding=melding, on=vandaag, **velden),
    }
    handeling = request.POST.get("handeling", "")
    if request.method == "POST" and mag and handeling in daden:
        form = vormen[handeling] = type(vormen[handeling])(request.POST, prefix=handeling, **wie)
        if form.is_valid() and run(form, daden[handeling]) is None:
            _trace(request, melding.gezin, "melding onbeschermd wijzigen")
            messages.success(request, _("Vastgelegd."))
            return redirect("onbeschermd_melding", pk)
    _trace(request, melding.gezin, "melding onbeschermd bekijken")
    return render(
        request,
        "escalatie/onbeschermd_melding.html",
        {
            "melding": melding,
            "gemeente": gebieden.gemeente(melding.gemeente),
            "besprekingen": melding.besprekingen.select_related("door"),
            "mag": mag,
            "laatste": instelling(melding.regio, "escalatie_bovenregionaal", op=vandaag),
            **{f"{naam}_form": vorm for naam, vorm in vormen.items()},
        },
        status=422 if _is_wrong(vormen) else 200,
    )


def _is_wrong(vormen: dict[str, forms.Form]) -> bool:
    return any(vorm.is_bound and vorm.errors for vorm in vormen.values())


def _people(gezin: Gezin) -> list[Persoon]:
    with beyond_wall():
        return list(Persoon.objects.filter(gezin=gezin))


def _trace(request: HttpRequest, gezin: Gezin, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=gezin.nummer,
        doel=DOEL,
        gezin=gezin.nummer,
    )
