"""What may disappear and when, lists for approval, and holds: numbers and counts, no content."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from paraplu.web.wand.verzoek import beyond_wall

from .. import actions, queries
from ..bewaren.regels import last_day, regels
from ..bewaren.vooruit import Regelstand, look_ahead
from ..forms import AanhoudForm, MaandForm
from ..fouten import BeheerFout


@require_GET
def bewaren(request: HttpRequest) -> HttpResponse:
    """The rules, what is past its term at the end of a month, the lists, the holds, the record."""
    vraag = MaandForm(request.GET) if "maand" in request.GET else MaandForm()
    op = vraag.cleaned_data["maand"] if vraag.is_bound and vraag.is_valid() else _deze_maand()
    return _show(request, op=op, vraag=vraag, status=200 if not vraag.errors else 422)


@require_POST
def lijst_opstellen(request: HttpRequest) -> HttpResponse:
    """Draw up a list of what is past its term today."""
    lijst = actions.draw_up(op=localdate(), by=request.user, nu=now())
    return redirect("vernietigingslijst", pk=lijst.pk)


@require_GET
def vernietigingslijst(request: HttpRequest, pk: int) -> HttpResponse:
    """One list: what is on it, whether it was approved, and what became of each line."""
    lijst = get_object_or_404(queries.lijsten(), pk=pk)
    return render(
        request,
        "beheer/lijst.html",
        {
            "lijst": lijst,
            "regels": lijst.regels.all(),
            "vernietigd": queries.vernietigingen().filter(lijst=lijst),
            "mag_goedkeuren": lijst.goedgekeurd is None
            and lijst.opgesteld_door_id != request.user.pk,
        },
    )


@require_POST
def lijst_goedkeuren(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that what is on the list may disappear."""
    lijst = get_object_or_404(queries.lijsten(), pk=pk)
    try:
        actions.approve(lijst=lijst, by=request.user, nu=now())
    except BeheerFout as fout:
        messages.warning(request, str(fout))
    else:
        messages.success(request, _("De lijst is goedgekeurd. Er is nog niets vernietigd."))
    return redirect("vernietigingslijst", pk=pk)


@require_POST
def dossier_aanhouden(request: HttpRequest) -> HttpResponse:
    """Keep a dossier, with the ground."""
    form = AanhoudForm(request.POST)
    if form.is_valid():
        try:
            actions.hold(by=request.user, on=localdate(), **form.cleaned_data)
        except BeheerFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Het dossier wordt aangehouden."))
            return redirect("bewaren")
    return _show(request, op=_deze_maand(), vraag=MaandForm(), aanhouden=form, status=422)


@require_POST
def aanhouding_opheffen(request: HttpRequest, pk: int) -> HttpResponse:
    """The ground is gone."""
    aanhouding = get_object_or_404(queries.aanhoudingen(), pk=pk)
    try:
        actions.release(aanhouding=aanhouding, by=request.user, on=localdate())
    except BeheerFout as fout:
        messages.warning(request, str(fout))
    return redirect("bewaren")


def _deze_maand() -> date:
    return last_day(localdate())


def _show(
    request: HttpRequest,
    *,
    op: date,
    vraag: MaandForm,
    aanhouden: AanhoudForm | None = None,
    status: int = 200,
) -> HttpResponse:
    return render(
        request,
        "beheer/bewaren.html",
        {
            "regels": [(regel, regel.on(max(op, localdate()))) for regel in regels()],
            "op": op,
            "vooruit": _look_ahead(op),
            "vraag": vraag,
            "lijsten": queries.lijsten()[:20],
            "aanhoudingen": queries.aanhoudingen(),
            "aanhouden": aanhouden or AanhoudForm(),
        },
        status=status,
    )


def _look_ahead(op: date) -> list[Regelstand]:
    """Counting needs every dossier; what comes out of it is numbers."""
    with beyond_wall():
        return look_ahead(op)
