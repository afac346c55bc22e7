"""Jeugdbeschermer and lokaal team look back on the help at the agreed moments (R276)."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus
from paraplu.casussen.views.stap import who
from paraplu.casussen.views.uitvoeren import run

from ..actions.bepalen import hold_evaluatie
from ..forms.evaluatie import EvaluatieForm
from ..models import Evaluatiemoment
from .reactie import trace

#: Who looks back together.
EVALUEERT: Final = frozenset({"jeugdbeschermer", "lokaal_team"})


def show_panel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The moments of a case, for who sees the whole family."""
    op = localdate()
    if not werk.sees_gezin(request.user, casus, op=op):
        return None
    momenten = list(casus.evaluatiemomenten.select_related("door"))
    mag = bool(werk.rollen_in(request.user, casus, op=op) & EVALUEERT)
    return {"momenten": momenten, "vandaag": op, "mag": mag} if momenten else None


@require_http_methods(["GET", "POST"])
@transaction.atomic
def evaluatie(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down one moment; two people at a time: the first one counts."""
    op = localdate()
    mijn = werk.deelnames_of(request.user, op=op).filter(rol__in=EVALUEERT).values("casus")
    moment = get_object_or_404(
        Evaluatiemoment.objects.select_related("casus__gezin").filter(
            casus__in=werk.casussen_for(request.user)
        ),
        pk=pk,
        casus__in=mijn,
    )
    trace(request, moment.casus, "evaluatie vastleggen" if request.POST else "evaluatie bekijken")
    form = EvaluatieForm(request.POST or None, op=op)
    if request.method == "POST" and form.is_valid():

        def doe(velden: dict[str, Any]) -> None:
            if moment.op > op:
                raise CasusFout(_("Dit moment moet nog komen."))
            hold_evaluatie(moment=moment, by=who(request), on=op, **velden)

        if run(form, doe) is None:
            messages.success(request, _("De evaluatie is vastgelegd."))
            return redirect(moment.casus)
    return render(
        request,
        "aanmelden/evaluatie.html",
        {"moment": moment, "casus": moment.casus, "form": form, "kan": moment.op <= op},
        status=422 if form.errors else 200,
    )
