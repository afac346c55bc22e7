"""How ready a garden is: pillars, conditions and questions, each with state, day, who and text."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from .. import queries
from ..actions import gereedheid as acts
from ..forms.velden import make_vorm
from ..lezen.gereed import read_gereed
from ..models import Gereedheid
from ..onderwerpen import ONDERWERPEN
from .toegang import done, need, read_tuin, show_form, trace_tuin, try_save, who

PuntVorm = make_vorm(Gereedheid, "stand", "tekst")


@require_GET
@transaction.atomic
def tuin_gereed(request: HttpRequest, pk: int) -> HttpResponse:
    """Every subject as it stands; what is open warns and stops nothing (P43)."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, tuin, "gereedheid bekijken")
    return render(
        request,
        "toekomsttuin/gereed.html",
        {
            "tuin": tuin,
            "gereed": read_gereed(tuin, op=vandaag),
            "mag_schrijven": queries.may_write(request.user, tuin, op=vandaag),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_gereed_punt(request: HttpRequest, pk: int, soort: str, sleutel: str) -> HttpResponse:
    """Say how one subject stands; below it everything that was said before."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    if sleutel not in ONDERWERPEN.get(soort, {}):
        raise Http404
    need(queries.may_write(request.user, tuin, op=vandaag))
    eerder = list(
        tuin.gereedheid.filter(soort=soort, sleutel=sleutel).select_related("door__organisatie")
    )
    nu = eerder[-1] if eerder else None
    form = PuntVorm(
        request.POST or None,
        on=vandaag,
        initial={"stand": nu.stand, "tekst": nu.tekst} if nu else {},
    )
    if request.method == "POST" and form.is_valid():
        wat = {"soort": soort, "sleutel": sleutel, **form.cleaned_data}
        ik = who(request)
        if try_save(form, lambda: acts.note_gereedheid(tuin=tuin, by=ik, on=vandaag, **wat)):
            trace_tuin(request, tuin, "gereedheid vastleggen")
            return done(request, reverse("tuin_gereed", args=[pk]) + f"#{soort}-{sleutel}")
    return show_form(
        request,
        form,
        titel=ONDERWERPEN[soort][sleutel],
        terug=(reverse("tuin_gereed", args=[pk]), tuin.naam),
        eerder=list(reversed(eerder)),
    )
