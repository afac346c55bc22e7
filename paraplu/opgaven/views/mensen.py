"""The search for a guardian (R304), and vacancies and exchange (R151)."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.web.rechten import mag

from ..actions import incidenten as acts
from ..actions.vacatures import close_vacature, offer_vacature
from ..forms.incidenten import UitkomstVorm, VacatureVorm, ZoekactieVorm
from ..queries import pagina
from .toegang import DOEL_ZAAK, done, need, show_form, trace, try_save


@require_GET
@transaction.atomic
def zoekacties(request: HttpRequest) -> HttpResponse:
    """Who was asked to become a guardian, per case, and what they answered."""
    trace(request, "zoekacties bekijken", doel=DOEL_ZAAK)
    per_zaak: dict[str, list] = {}
    for actie in pagina.zoekacties_for(request.user):
        per_zaak.setdefault(actie.kenmerk, []).append(actie)
    return render(
        request,
        "opgaven/zoekacties.html",
        {"zaken": per_zaak.items(), "mag_nieuw": bool(pagina.own_gi(request.user))},
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def zoekactie_nieuw(request: HttpRequest) -> HttpResponse:
    """Somebody was asked; only which kind of person."""
    gi = pagina.own_gi(request.user)
    need(bool(gi))
    form = ZoekactieVorm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(form, lambda: acts.ask_voogd(gi=gi, by=request.user, **velden)):
            trace(request, "zoekactie vastleggen", doel=DOEL_ZAAK)
            return done(request, reverse("zoekacties"))
    return show_form(
        request,
        form,
        titel=_("Vastleggen wie is gevraagd"),
        terug=(reverse("zoekacties"), _("Voogd zoeken")),
        uitleg=_("Schrijf geen namen op. Het kenmerk van uw eigen zaak is genoeg."),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def zoekactie_uitkomst(request: HttpRequest, pk: int) -> HttpResponse:
    """What they answered, once."""
    actie = get_object_or_404(pagina.zoekacties_for(request.user), pk=pk)
    form = UitkomstVorm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        uitkomst = form.cleaned_data["uitkomst"]
        if try_save(
            form, lambda: acts.note_uitkomst(zoekactie=actie, uitkomst=uitkomst, on=localdate())
        ):
            trace(request, "zoekactie beantwoorden", str(actie.pk), doel=DOEL_ZAAK)
            return done(request, reverse("zoekacties"))
    return show_form(
        request,
        form,
        titel=_("Antwoord bij zaak %(kenmerk)s") % {"kenmerk": actie.kenmerk},
        terug=(reverse("zoekacties"), _("Voogd zoeken")),
    )


@require_GET
@transaction.atomic
def vacatures(request: HttpRequest) -> HttpResponse:
    """What is open today, of all parties."""
    trace(request, "vacatures bekijken")
    eigen = set(pagina.vacatures_of(request.user).values_list("pk", flat=True))
    mag_nieuw = mag(request.user, "vacature_nieuw")
    return render(
        request,
        "opgaven/vacatures.html",
        {
            "rijen": [(v, mag_nieuw and v.pk in eigen) for v in pagina.vacatures_on(localdate())],
            "mag_nieuw": mag_nieuw,
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def vacature_nieuw(request: HttpRequest) -> HttpResponse:
    """Offer something to people of the other parties."""
    form = VacatureVorm(request.POST or None, on=localdate())
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if try_save(form, lambda: offer_vacature(by=request.user, **velden)):
            trace(request, "vacature plaatsen")
            return done(request, reverse("vacatures"))
    return show_form(
        request,
        form,
        titel=_("Een vacature of uitwisseling plaatsen"),
        terug=(reverse("vacatures"), _("Vacatures en uitwisseling")),
    )


@require_POST
@transaction.atomic
def vacature_sluiten(request: HttpRequest, pk: int) -> HttpResponse:
    """It is filled or withdrawn."""
    vacature = get_object_or_404(pagina.vacatures_of(request.user), pk=pk)
    close_vacature(vacature=vacature, on=localdate())
    trace(request, "vacature sluiten", str(pk))
    return done(request, reverse("vacatures"))
