"""Begin an escalation: from a family, from a case, or from a route that ended at the board."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus, Gezin, Persoon
from paraplu.casussen.views.uitvoeren import run
from paraplu.netwerk.models import Medewerker
from paraplu.netwerk.queries import has_rol, medewerker_of
from paraplu.web.actions import write_spoor
from paraplu.web.wand.verzoek import beyond_wall

from .. import actions, queries
from ..forms.beginnen import BeginForm, BeleidForm, BestuurlijkForm
from ..models import Escalatie

DOEL = "samenwerking vlot trekken"


@require_http_methods(["GET", "POST"])
@transaction.atomic
def escalatie_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """From a family that this user sees as a whole."""
    gezin = get_object_or_404(werk.gezinnen_for(request.user), pk=pk)
    return _begin(request, gezin)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def escalatie_uit_casus(request: HttpRequest, pk: int) -> HttpResponse:
    """From a case in which this user knows the family; who does not cannot bring it in."""
    casus = get_object_or_404(werk.casussen_for(request.user).select_related("gezin"), pk=pk)
    ik = medewerker_of(request.user, op=localdate())
    leidt = ik and has_rol(ik, "leidinggevende", ik.organisatie, op=localdate())
    if not (leidt or werk.sees_persoonsgegevens(request.user, casus, op=localdate())):
        raise Http404
    return _begin(request, casus.gezin, terug=casus)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def escalatie_bestuurlijk(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring before the board what an aanmeldroute escalated to it (P46)."""
    vandaag = localdate()
    # Who decided it may have no part in the case any more.
    with beyond_wall():
        casus = get_object_or_404(queries.bestuurlijk_for(request.user, op=vandaag), pk=pk)
    ik = _me(request)
    form = BestuurlijkForm(request.POST or None, **_choices(casus.gezin, ik))
    return _show_or_do(
        request,
        gezin=casus.gezin,
        form=form,
        doe=lambda velden: actions.begin_bestuurlijk(uit_casus=casus, by=ik, on=vandaag, **velden),
        extra={"uit_casus": casus, "kop": _("Doorzetten naar de bestuurders")},
    )


def _begin(request: HttpRequest, gezin: Gezin, terug: Casus | None = None) -> HttpResponse:
    """A professional brings something in; a leidinggevende can choose the gap in policy."""
    vandaag, ik = localdate(), _me(request)
    leidt = has_rol(ik, "leidinggevende", ik.organisatie, op=vandaag)
    beleid = leidt and "beleid" in request.GET
    soort = BeleidForm if beleid else BeginForm
    begin = actions.begin_beleid if beleid else actions.begin_escalatie
    with beyond_wall():
        kader = actions.beginnen.kader_of(gezin, on=vandaag)
    return _show_or_do(
        request,
        gezin=gezin,
        form=soort(request.POST or None, **_choices(gezin, ik)),
        doe=lambda velden: begin(gezin=gezin, by=ik, on=vandaag, **velden),
        extra={
            "terug": terug,
            "mag_beleid": leidt and not beleid,
            "gedwongen": kader == Escalatie.Kader.GEDWONGEN,
            "kop": _("Staand beleid schiet tekort") if beleid else _("De samenwerking loopt vast"),
        },
    )


def _show_or_do(
    request: HttpRequest,
    *,
    gezin: Gezin,
    form: forms.Form,
    doe: Callable[[dict[str, Any]], Escalatie],
    extra: dict[str, Any],
) -> HttpResponse:
    """Show the form, or begin and go to the case."""
    gemaakt: list[Escalatie] = []
    fout = None
    if request.method == "POST" and form.is_valid():
        fout = run(form, lambda velden: gemaakt.append(doe(velden)))
    casus = gemaakt[0].casus if gemaakt else None
    write_spoor(
        gebruiker=request.user,
        # Nothing but its number is shown of the family; that somebody thought of it stays with them.
        handeling="escalatie inbrengen" if casus else "gezin bekijken",
        voorwerp=casus.nummer if casus else gezin.nummer,
        doel=DOEL if casus else "behandelen van een casus",
        gezin=casus.spoor_gezin if casus else gezin.nummer,
    )
    if casus:
        return redirect(casus.stappen.get(afgerond_op=None))
    return render(
        request,
        "escalatie/beginnen.html",
        {"gezin": gezin, "form": form, **extra, **(fout or {})},
        status=422 if form.errors else 200,
    )


def _me(request: HttpRequest) -> Medewerker:
    ik = medewerker_of(request.user, op=localdate())
    if ik is None:
        raise Http404
    return ik


def _choices(gezin: Gezin, ik: Medewerker) -> dict[str, Any]:
    with beyond_wall():
        personen = list(Persoon.objects.filter(gezin=gezin))
    return {
        "wederpartijen": queries.wederpartijen_for(gezin.gemeente, ik, op=localdate()),
        "personen": personen,
    }
