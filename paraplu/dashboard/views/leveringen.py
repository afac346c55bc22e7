"""Deliveries: what came in, what was wrong with it, and bringing a new one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.inname.antwoorden import answer_delivery, pack_answers
from paraplu.inzage.uitvoer import give_regels
from paraplu.web import gegevens
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .. import actions, queries, uittreksels
from ..bevindingen import list_herkomsten
from ..forms import LeveringForm
from ..models import Inzending

PER_BLADZIJDE = 50
DOEL = "kwaliteit van het berichtenverkeer"


@require_GET
@transaction.atomic
def leveringen(request: HttpRequest) -> HttpResponse:
    """The deliveries of the user's organisation, the newest first, and uploads under way."""
    bladzijden = Paginator(queries.leveringen_for(request.user), PER_BLADZIJDE)
    write_spoor(gebruiker=request.user, handeling="leveringen bekijken", doel=DOEL)
    return render(
        request,
        "dashboard/leveringen.html",
        {
            "bladzijde": bladzijden.get_page(request.GET.get("bladzijde")),
            "onderweg": queries.inzendingen_onderweg(request.user),
            "mag_openen": mag(request.user, "levering"),
            "mag_leveren": mag(request.user, "levering_nieuw"),
        },
    )


@require_GET
@transaction.atomic
def levering(request: HttpRequest, nummer: str) -> HttpResponse:
    """The receipt of one delivery and its findings, by kind and by sender."""
    bon = read_levering(request, nummer)
    alle = queries.bevindingen_for(nummer, request.user)
    gekozen = {naam: request.GET.get(naam, "") for naam in ("code", "afzender", "herkomst")}
    getoond = queries.filter_bevindingen(alle, **gekozen)
    if request.GET.get("als") == "csv":
        return _as_csv(request.user, nummer, getoond)
    return render(
        request,
        "dashboard/levering.html",
        {
            "bon": bon,
            "soorten": queries.count_soorten(alle),
            "codes": sorted({rij["code"] for rij in alle}),
            "afzenders": sorted({rij["afzender"] for rij in alle if rij["afzender"]}),
            "herkomsten": list_herkomsten({rij["herkomst"] for rij in alle}),
            "gekozen": gekozen,
            "aantal": len(getoond),
            "bevindingen": getoond[: queries.BEVINDINGEN_HOOGSTENS],
            "antwoorden": queries.antwoorden_for(nummer, request.user),
        },
    )


@require_GET
@transaction.atomic
def levering_antwoorden(request: HttpRequest, nummer: str) -> HttpResponse:
    """The answers to the messages in a delivery that the user's organisation received, as a zip."""
    if not mag(request.user, "levering_antwoorden", queries.partijen_of(nummer, request.user)):
        raise Http404
    aantal = queries.count_te_beantwoorden(nummer, request.user)
    if not 0 < aantal <= queries.ANTWOORDEN_HOOGSTENS:
        raise Http404
    write_spoor(gebruiker=request.user, handeling="antwoorden maken", voorwerp=nummer, doel=DOEL)
    zip_ = pack_answers(answer_delivery(nummer, op=localdate(), ontvangers=set(request.user.codes)))
    return HttpResponse(
        zip_,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="antwoorden-{nummer}.zip"'},
    )


def read_levering(request: HttpRequest, nummer: str) -> dict[str, Any]:
    """The receipt, when the user's organisation has a part in it; else 404. Leaves a trace."""
    bon = gegevens.open_monitor().levering(nummer)
    if bon is None or not mag(request.user, "levering", queries.partijen_of(nummer, request.user)):
        raise Http404
    write_spoor(gebruiker=request.user, handeling="levering bekijken", voorwerp=nummer, doel=DOEL)
    return bon


def _as_csv(gebruiker: Gebruiker, nummer: str, bevindingen: list[dict[str, Any]]) -> HttpResponse:
    velden = (
        "naam",
        "regel",
        "pad",
        "code",
        "tekst",
        "remedie",
        "geweigerd",
        "afzender",
        "soort",
        "herkomst",
    )
    rijen = ([rij[veld] for veld in velden] for rij in bevindingen)
    return give_regels(
        gebruiker, naam=f"paraplu-bevindingen-{nummer}", kop=velden, rijen=rijen, doel=DOEL
    )


@require_http_methods(["GET", "POST"])
def levering_nieuw(request: HttpRequest) -> HttpResponse:
    """Bring files: they are taken in by the worker while the next page shows how far it is."""
    form = LeveringForm(request.POST or None, request.FILES or None, initial={"dag": localdate()})
    if request.method == "POST" and form.is_valid():
        if uittreksels.is_uittreksel(form.cleaned_data["bestanden"]):
            nummer = uittreksels.zet_klaar(
                form.cleaned_data["bestanden"][0], by=request.user, op=form.cleaned_data["dag"]
            )
            return redirect("uittreksel", nummer=nummer)
        inzending = actions.start_inzending(
            bestanden=form.cleaned_data["bestanden"],
            by=request.user,
            op=form.cleaned_data["dag"],
        )
        return redirect("inzending", nummer=inzending.pk)
    return render(
        request, "dashboard/levering_nieuw.html", {"form": form}, status=422 if form.errors else 200
    )


@require_GET
def inzending(request: HttpRequest, nummer: UUID) -> HttpResponse:
    """How far an upload is; until there is a receipt the page looks again by itself.

    With `vanzelf=nee` it does not: who reads slowly or listens can take the time (WCAG 2.2.1).
    """
    gevonden = get_object_or_404(Inzending.objects.select_related("gebruiker"), pk=nummer)
    if not mag(request.user, "inzending", gevonden):
        raise Http404
    if gevonden.levering and mag(request.user, "levering"):
        return redirect("levering", nummer=gevonden.levering)
    return render(
        request,
        "dashboard/inzending.html",
        {"inzending": gevonden, "vanzelf": request.GET.get("vanzelf") != "nee"},
    )
