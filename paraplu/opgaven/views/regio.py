"""The checklists of a region: RA8, and RA6 with what the gardens and tables themselves say."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden

from .. import queries
from ..actions.lijsten import note_antwoord
from ..antwoorden import CONTRACTDATUM, PRAKTIJKDATUM
from ..forms.regio import PuntVorm
from ..lijsten import LIJSTEN
from ..models import Lijstantwoord
from ..queries import pagina
from .toegang import done, need, show_form, trace, try_save


@require_GET
@transaction.atomic
def regiolijst(request: HttpRequest, regio: str) -> HttpResponse:
    """Both checklists of a region as they stand (R182, R184); what is open warns (P43)."""
    need(gebieden.regio(regio) is not None)
    vandaag = localdate()
    trace(request, "regiolijst bekijken", regio)
    return render(
        request,
        "opgaven/regio.html",
        {
            "ra8": queries.bouwstenen(regio, op=vandaag),
            "ra6": queries.tuin_gestart(regio, op=vandaag),
            "lijsten": LIJSTEN,
            "contractdatum": CONTRACTDATUM,
            "praktijkdatum": PRAKTIJKDATUM,
            "jaar": vandaag.year,
            "mag_antwoorden": pagina.may_answer_for(request.user, regio),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def regiolijst_punt(request: HttpRequest, regio: str, lijst: str, sleutel: str) -> HttpResponse:
    """Answer one item, with evidence; below it every answer before."""
    need(pagina.may_answer_for(request.user, regio))
    gevonden = LIJSTEN.get(lijst)
    namen = {punt: naam for punt, naam, _bron in gevonden.punten} if gevonden else {}
    if sleutel not in namen:
        raise Http404
    vandaag = localdate()
    eerder = Lijstantwoord.objects.filter(regio=regio, lijst=lijst, sleutel=sleutel)
    nu = eerder.last()
    begin = {"stand": nu.stand, "sinds": nu.sinds, "bewijs": nu.bewijs} if nu else {}
    form = PuntVorm(request.POST or None, on=vandaag, initial=begin)
    if request.method == "POST" and form.is_valid():
        velden = {"regio": regio, "lijst": lijst, "sleutel": sleutel, **form.cleaned_data}
        if try_save(form, lambda: note_antwoord(by=request.user, on=vandaag, **velden)):
            trace(request, "regiolijst invullen", f"{regio} {lijst} {sleutel}")
            return done(request, reverse("regiolijst", args=[regio]) + f"#{sleutel}")
    return show_form(
        request,
        form,
        titel=namen[sleutel],
        terug=(reverse("regiolijst", args=[regio]), gebieden.regio(regio).naam),
        eerder=eerder.select_related("door").order_by("-op", "-id"),
    )
