"""Who asked whom for advice (R36, R239), and the fixed group around a gemeente (R234)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .. import beheer, consultaties, groepen
from ..actions import overleg as actions
from ..forms.overleg import BijeenkomstForm, ConsultatieForm, GroepForm, LidForm
from ..models import Groepslid, LokaleGroep, Soort
from .plaats import eigen_gemeente, find_gemeente

#: How many lines of one's own are shown.
GETOOND = 50


@require_GET
def consultaties_tonen(request: HttpRequest) -> HttpResponse:
    """How often who is asked, per region and partner, and one's own consultations."""
    op = localdate()
    jaar = _lees_jaar(request.GET.get("jaar"), op)
    tellingen = consultaties.count_per_regio(van=date(jaar, 1, 1), tot=min(op, date(jaar, 12, 31)))
    rijen = list(consultaties.consultaties_for(request.user, op=op)[:GETOOND])
    return render(
        request,
        "netwerk/consultaties.html",
        {
            "jaar": jaar,
            "jaren": range(op.year, op.year - 5, -1),
            "tellingen": tellingen,
            "partners": [Soort(soort).label for soort in consultaties.PARTNERS],
            "totaal": sum(telling.totaal for telling in tellingen),
            "zonder": [telling.regio.naam for telling in tellingen if not telling.totaal],
            "rijen": rijen,
            "mag_nieuw": mag(request.user, "consultatie_nieuw"),
        },
    )


def _lees_jaar(tekst: str | None, op: date) -> int:
    return next((jaar for jaar in range(2015, op.year) if str(jaar) == tekst), op.year)


@require_http_methods(["GET", "POST"])
def consultatie_nieuw(request: HttpRequest) -> HttpResponse:
    """Write down a consultation of one's own organisation."""
    op = localdate()
    eigen = beheer.organisaties_of(request.user, op=op)
    begin = {"dag": op, "gemeente": eigen_gemeente(request.user), "vrager": eigen.first()}
    form = ConsultatieForm(request.POST or None, eigen=eigen, op=op, initial=begin)
    if request.method == "POST" and form.is_valid():
        actions.write_consultatie(velden=form.cleaned_data, by=request.user)
        messages.success(request, _("Het overleg is genoteerd."))
        return redirect("consultaties")
    return render(
        request,
        "netwerk/consultatie_nieuw.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


def mag_groep(gebruiker: Gebruiker, gemeente: str, *, op: date) -> bool:
    """Who keeps the group of a gemeente: its lokaal team, the gemeente, and the owner (R26)."""
    eigen = beheer.organisaties_of(gebruiker, op=op)
    hier = eigen.filter(gemeente=gemeente, soort__in=(Soort.GEMEENTE, Soort.LOKAAL_TEAM))
    if hier.exists():
        return True
    return gemeente in beheer.gemeenten_van(beheer.regios_of(gebruiker, op=op))


def _check(request: HttpRequest, gemeente: str) -> None:
    if not mag_groep(request.user, gemeente, op=localdate()):
        raise Http404


@require_http_methods(["GET", "POST"])
def lokale_groep(request: HttpRequest, code: str) -> HttpResponse:
    """The groups of a gemeente: members, last meeting, and who is missing."""
    op, gemeente = localdate(), find_gemeente(code)
    mag_wijzigen = mag(request.user, "groepslid_nieuw") and mag_groep(request.user, code, op=op)
    form = GroepForm(request.POST or None)
    if request.method == "POST":
        _check(request, code)
        if form.is_valid():
            actions.add_groep(gemeente=code, vanaf=op, by=request.user, **form.cleaned_data)
            messages.success(request, _("De groep is toegevoegd."))
            return redirect("lokale_groep", code)
    return render(
        request,
        "netwerk/groep.html",
        {
            "gemeente": gemeente,
            "groepen": groepen.groepen_van(code, op=op),
            "mag_wijzigen": mag_wijzigen,
            "form": form,
            "bijeenkomst_form": BijeenkomstForm(initial={"dag": op}),
        },
        status=422 if form.errors else 200,
    )


def _groep(request: HttpRequest, pk: int) -> LokaleGroep:
    groep = get_object_or_404(LokaleGroep, pk=pk)
    _check(request, groep.gemeente)
    return groep


@require_http_methods(["GET", "POST"])
def groepslid_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody joins the group."""
    groep, op = _groep(request, pk), localdate()
    form = LidForm(request.POST or None, gemeente=groep.gemeente, op=op, initial={"vanaf": op})
    if request.method == "POST" and form.is_valid():
        actions.add_lid(groep=groep, by=request.user, **form.cleaned_data)
        messages.success(request, _("Toegevoegd aan de groep."))
        return redirect("lokale_groep", groep.gemeente)
    inhoud: dict[str, Any] = {"form": form, "titel": _("Wie komt erbij"), "groep": groep}
    return render(request, "netwerk/formulier.html", inhoud, status=422 if form.errors else 200)


@require_POST
def groepslid_beeindigen(request: HttpRequest, pk: int) -> HttpResponse:
    """Yesterday was somebody's last day in the group."""
    lid = get_object_or_404(Groepslid.objects.select_related("groep"), pk=pk)
    _check(request, lid.groep.gemeente)
    actions.end_lid(lid=lid, tot=localdate() - timedelta(days=1), by=request.user)
    messages.success(request, _("Uit de groep gehaald."))
    return redirect("lokale_groep", lid.groep.gemeente)


@require_POST
def groep_bijeen(request: HttpRequest, pk: int) -> HttpResponse:
    """The group met on a day."""
    groep, form = _groep(request, pk), BijeenkomstForm(request.POST)
    if form.is_valid() and form.cleaned_data["dag"] <= localdate():
        actions.write_bijeenkomst(groep=groep, dag=form.cleaned_data["dag"], by=request.user)
        messages.success(request, _("De bijeenkomst is genoteerd."))
    else:
        messages.warning(request, _("Kies vandaag of een eerdere dag."))
    return redirect("lokale_groep", groep.gemeente)
