"""The register of problems with the woonplaatsbeginsel, and the helper that walks the law (R189)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken import gebieden
from paraplu.termijnen import make_bon
from paraplu.web.rechten import mag

from .. import queries
from ..actions import incidenten as acts
from ..actions.opgaven import declare_incidenten
from ..forms.incidenten import IncidentVorm, StapVorm, WoonplaatsVorm
from ..fouten import OpgaveFout
from ..klok import GROND, clock
from ..models import Incident
from ..queries import pagina
from ..queries.incidenten import make_gang, read_gang
from ..woonplaats import BRON, Situatie, find_woonplaats
from .overzicht import EERSTE_JAAR
from .toegang import DOEL_ZAAK, done, need, show_form, trace, try_save


def _gemeente(code: str) -> str:
    gevonden = gebieden.gemeente(code)
    return gevonden.naam if gevonden else gebieden.naam_cbs(code) or code


@require_GET
@transaction.atomic
def incidenten(request: HttpRequest) -> HttpResponse:
    """The incidents this user works on, those past their term first."""
    vandaag = localdate()
    gekozen = request.GET.get("jaar", "")
    jaren = range(vandaag.year, EERSTE_JAAR - 1, -1)
    jaar = next((een for een in jaren if str(een) == gekozen), vandaag.year)
    mijn = pagina.incidenten_for(request.user).filter(gemeld_op__year=jaar)
    lijst = read_gang(mijn, op=vandaag)
    trace(request, "incidenten bekijken", str(jaar), doel=DOEL_ZAAK)
    eigen = pagina.own_gi(request.user)
    gebied = f"{request.user.organisatie_soort}-{request.user.organisatie_code}"
    return render(
        request,
        "opgaven/incidenten.html",
        {
            "jaar": jaar,
            "jaren": jaren,
            "rijen": [
                (
                    een,
                    _gemeente(een.incident.gemeente),
                    clock(een.incident.gemeld_op).uiterste_datum,
                )
                for een in sorted(lijst, key=lambda een: een.stand != "verlopen")
            ],
            "samen": queries.incidenten(gebied, jaar, bekend_op=vandaag),
            "mag_nieuw": mag(request.user, "incident_nieuw") and bool(eigen),
            "mag_verklaren": mag(request.user, "incidenten_compleet") and jaar < vandaag.year,
        },
    )


@require_GET
@transaction.atomic
def incident(request: HttpRequest, pk: int) -> HttpResponse:
    """One incident with its clock, day by day, and its steps."""
    gevonden = _read(request, pk)
    vandaag = localdate()
    trace(request, "incident bekijken", gevonden.nummer, doel=DOEL_ZAAK)
    stappen = list(gevonden.stappen.select_related("door"))
    termijn = clock(gevonden.gemeld_op)
    return render(
        request,
        "opgaven/incident.html",
        {
            "incident": gevonden,
            "gemeente": _gemeente(gevonden.gemeente),
            "andere": _gemeente(gevonden.andere_gemeente) if gevonden.andere_gemeente else "",
            "oude": _gemeente(gevonden.oude_gemeente) if gevonden.oude_gemeente else "",
            "nieuwe": _gemeente(gevonden.nieuwe_gemeente) if gevonden.nieuwe_gemeente else "",
            "gang": make_gang(gevonden, stappen, op=vandaag),
            "stappen": stappen,
            "termijn": termijn,
            "resterend": termijn.resterend(vandaag),
            "bon": make_bon(termijn, GROND),
            "mag_stap": mag(request.user, "incident_stap"),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def incident_nieuw(request: HttpRequest) -> HttpResponse:
    """Write down a problem; a reference of the own files, no name."""
    gi, vandaag = pagina.own_gi(request.user), localdate()
    need(bool(gi))
    form = IncidentVorm(request.POST or None, on=vandaag)
    gemaakt: list[Incident] = []
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(
            form,
            lambda: gemaakt.append(
                acts.report_incident(gi=gi, by=request.user, on=vandaag, **velden)
            ),
        ):
            trace(request, "incident melden", gemaakt[0].nummer, doel=DOEL_ZAAK)
            return done(request, gemaakt[0].get_absolute_url())
    return show_form(
        request,
        form,
        titel=_("Een probleem met de woonplaats melden"),
        terug=(reverse("incidenten"), _("Woonplaats")),
        uitleg=_("Schrijf geen namen en geen BSN op. Het kenmerk van uw eigen zaak is genoeg."),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def incident_stap(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done since, hours of searching, and whether it is solved (R305)."""
    gevonden, vandaag = _read(request, pk), localdate()
    laatste = gevonden.stappen.last()
    begin = {"opgelost_op": laatste.opgelost_op} if laatste else {}
    form = StapVorm(request.POST or None, on=vandaag, incident=gevonden, initial=begin)
    if request.method == "POST" and form.is_valid():
        velden: dict[str, Any] = form.cleaned_data
        if try_save(
            form,
            lambda: acts.add_stap(incident=gevonden, by=request.user, on=vandaag, **velden),
        ):
            trace(request, "incident bijwerken", gevonden.nummer, doel=DOEL_ZAAK)
            return done(request, gevonden.get_absolute_url())
    return show_form(
        request,
        form,
        titel=_("Bijwerken: %(nummer)s") % {"nummer": gevonden.nummer},
        terug=(gevonden.get_absolute_url(), gevonden.nummer),
        uitleg=_("Schrijf geen namen en geen BSN op."),
    )


@require_POST
@transaction.atomic
def incidenten_compleet(request: HttpRequest, jaar: int) -> HttpResponse:
    """The GI says that its register of a year is complete."""
    gi, vandaag = pagina.own_gi(request.user), localdate()
    need(bool(gi) and EERSTE_JAAR <= jaar < vandaag.year)
    try:
        declare_incidenten(gi=gi, jaar=jaar, by=request.user, on=vandaag)
    except OpgaveFout as fout:
        return done(request, reverse("incidenten"), bericht=str(fout))
    trace(request, "incidenten volledig melden", f"{gi} {jaar}")
    return done(request, f"{reverse('incidenten')}?jaar={jaar}")


@require_http_methods(["GET", "POST"])
@transaction.atomic
def woonplaats(request: HttpRequest) -> HttpResponse:
    """Walk the four steps of the law; what is filled in is not kept and not in an address."""
    form = WoonplaatsVorm(request.POST or None, on=localdate())
    antwoord = None
    if request.method == "POST" and form.is_valid():
        antwoord = find_woonplaats(Situatie(**form.cleaned_data))
        trace(request, "woonplaats uitzoeken", doel=DOEL_ZAAK)
    return render(
        request,
        "opgaven/woonplaats.html",
        {
            "form": form,
            "antwoord": antwoord,
            "gemeente": _gemeente(antwoord.gemeente) if antwoord and antwoord.gemeente else "",
            "bron": BRON,
        },
        status=422 if form.errors else 200,
    )


def _read(request: HttpRequest, pk: int) -> Incident:
    return get_object_or_404(pagina.incidenten_for(request.user), pk=pk)
