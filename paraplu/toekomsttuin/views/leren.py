"""What a garden learns: moments, clients, expertise, pilots of others, and complaints."""

from __future__ import annotations

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.netwerk.queries import in_force
from paraplu.web.actions import write_spoor

from .. import queries
from ..actions import omgeving as acts
from ..forms.velden import make_vorm
from ..models import Klacht, Pilot, Pilotles
from ..onderwerpen import CONDITIES
from .toegang import DOEL_TUIN, done, need, read_tuin, show_form, trace_tuin, try_save, who

PilotVorm = make_vorm(Pilot, "naam", "regio", "deelnemers", "doelgroep", "evaluatie_op")
LesVorm = make_vorm(Pilotles, "pilot", "conditie", "tekst")
AfhandelVorm = make_vorm(Klacht, "afhandeling", "les")


@require_GET
@transaction.atomic
def tuin_leren(request: HttpRequest, pk: int) -> HttpResponse:
    """Moments of learning, what clients said, and whom one can call (R47, R49, R258)."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, tuin, "leren in de tuin bekijken")
    return render(
        request,
        "toekomsttuin/leren.html",
        {
            "tuin": tuin,
            "momenten": tuin.leermomenten.select_related("door__organisatie"),
            "inbreng": tuin.clientinbreng.all(),
            "expertise": tuin.expertise.filter(in_force(vandaag)),
            "mag_schrijven": queries.may_write(request.user, tuin, op=vandaag),
            "mag_beheren": queries.may_manage(request.user, tuin, op=vandaag),
            "is_lid": queries.is_member(request.user, tuin, op=vandaag),
        },
    )


@require_GET
@transaction.atomic
def tuin_pilots(request: HttpRequest) -> HttpResponse:
    """The register of pilots, with lessons beside the conditions (R247)."""
    write_spoor(gebruiker=request.user, handeling="pilots bekijken", doel=DOEL_TUIN)
    pilots = Pilot.objects.prefetch_related("lessen")
    return render(
        request,
        "toekomsttuin/pilots.html",
        {
            "pilots": [
                (pilot, [(CONDITIES[les.conditie], les) for les in pilot.lessen.all()])
                for pilot in pilots
            ],
            "mag_schrijven": _works_in_tuin(request),
        },
    )


def _works_in_tuin(request: HttpRequest) -> bool:
    """Whether this user works in a garden or arranges those of a region."""
    vandaag = localdate()
    ik = queries.own_medewerkers(request.user, op=vandaag)
    return ik.exists() and queries.tuinen_for(request.user, op=vandaag).exists()


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_pilot_erbij(request: HttpRequest, soort: str) -> HttpResponse:
    """A pilot, or what one taught."""
    vandaag = localdate()
    need(_works_in_tuin(request))
    if soort not in {"pilot", "les"}:
        raise Http404
    form = (PilotVorm if soort == "pilot" else LesVorm)(request.POST or None, on=vandaag)
    if soort == "les":
        form.fields["conditie"] = _conditie()
        form.order_fields(["pilot", "conditie", "tekst"])
    if request.method == "POST" and form.is_valid():
        ik, velden = who(request), dict(form.cleaned_data)
        if soort == "pilot":
            acts.add_pilot(by=ik, **velden)
        else:
            acts.add_pilotles(by=ik, on=vandaag, **velden)
        write_spoor(gebruiker=request.user, handeling=f"{soort} toevoegen", doel=DOEL_TUIN)
        return done(request, reverse("tuin_pilots"))
    return show_form(
        request,
        form,
        titel=_("Een pilot") if soort == "pilot" else _("Wat een pilot ons leert"),
        terug=(reverse("tuin_pilots"), _("Pilots")),
    )


def _conditie() -> forms.ChoiceField:
    """One of the eleven conditions."""

    return forms.ChoiceField(
        label=gettext_lazy("Bij welke afspraak hoort dit?"), choices=list(CONDITIES.items())
    )


@require_GET
@transaction.atomic
def tuin_klachten(request: HttpRequest, pk: int) -> HttpResponse:
    """The complaints about the garden, for its members (R224)."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    if not queries.is_member(request.user, tuin, op=vandaag):
        raise Http404
    trace_tuin(request, tuin, "klachten bekijken")
    return render(
        request,
        "toekomsttuin/klachten.html",
        {"tuin": tuin, "klachten": queries.klachten_for(request.user).filter(tuin=tuin)},
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tuin_klacht(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how a complaint was handled, and what we learn by it."""
    klacht = get_object_or_404(queries.klachten_for(request.user).select_related("tuin"), pk=pk)
    terug = reverse("tuin_klachten", args=[klacht.tuin_id])
    if klacht.afgehandeld_op:
        return redirect(terug)
    form = AfhandelVorm(request.POST or None, on=localdate())
    for veld in form.fields.values():
        veld.required = True
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(form, lambda: acts.settle_klacht(klacht=klacht, on=localdate(), **velden)):
            trace_tuin(request, klacht.tuin, "klacht afhandelen")
            return done(request, terug)
    trace_tuin(request, klacht.tuin, "klacht bekijken")
    return show_form(
        request,
        form,
        titel=_("Een klacht afhandelen"),
        terug=(terug, _("Klachten")),
        inleiding=klacht.kern,
    )
