"""Households of a garden: in, the page of one, its contact, the first decision, out, who looked."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken import gebieden
from paraplu.casussen.queries import gezinnen_for
from paraplu.web.models import Spoor
from paraplu.web.rechten import mag

from .. import queries
from ..actions import huishoudens as acts
from ..forms.huishoudens import AanspreekpuntVorm, BesluitVorm, HuishoudenVorm, UitstroomVorm
from ..lezen.gereed import missing_soorten
from ..lezen.organisaties import measure_drukte
from ..models import EersteBesluit, Huishouden, Tuin
from .toegang import done, read_huishouden, read_tuin, show_form, trace, trace_tuin, try_save, who

PER_BLADZIJDE = 50


def read_own_tuin(request: HttpRequest, pk: int) -> Tuin:
    """The garden, when this user works in it; else 404."""
    tuin = read_tuin(request, pk)
    if not queries.is_member(request.user, tuin, op=localdate()):
        raise Http404
    return tuin


@require_GET
@transaction.atomic
def huishoudens(request: HttpRequest, pk: int) -> HttpResponse:
    """The households of the garden, by number; those that are here first."""
    tuin = read_own_tuin(request, pk)
    trace_tuin(request, tuin, "huishoudens bekijken")
    rijen = (
        queries.huishoudens_for(request.user)
        .filter(tuin=tuin)
        .prefetch_related("aanspreekpunten__lid__medewerker", "fasen")
        .order_by(F("uitstroom_op").desc(nulls_first=True), "-pk")
    )
    bladzijde = Paginator(rijen, PER_BLADZIJDE).get_page(request.GET.get("bladzijde"))
    return render(
        request,
        "toekomsttuin/huishoudens.html",
        {
            "tuin": tuin,
            "bladzijde": bladzijde,
            "rijen": [(rij, _last(rij.fasen), _contact(rij)) for rij in bladzijde],
        },
    )


def _last(rijen: Any) -> Any:
    alle = list(rijen.all())
    return alle[-1] if alle else None


def _contact(huishouden: Huishouden) -> Any:
    return next((punt for punt in huishouden.aanspreekpunten.all() if punt.tot is None), None)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def huishouden_nieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """A household comes in, with its one contact from the first day."""
    tuin, vandaag = read_own_tuin(request, pk), localdate()
    gezinnen = gezinnen_for(request.user) if mag(request.user, "gezin") else None
    form = HuishoudenVorm(
        request.POST or None,
        tuin=tuin,
        gezinnen=gezinnen if gezinnen is not None else gezinnen_for(request.user).none(),
        on=vandaag,
    )
    if request.method == "POST" and form.is_valid():
        velden, ik = dict(form.cleaned_data), who(request)
        op = velden.pop("instroom_op")
        gemaakt: list[Huishouden] = []
        if try_save(
            form,
            lambda: gemaakt.append(acts.take_in(tuin=tuin, by=ik, on=op, **velden)),
        ):
            trace(request, gemaakt[0], "huishouden in de tuin")
            return done(request, gemaakt[0].get_absolute_url())
    return show_form(
        request,
        form,
        titel=_("Een huishouden in de tuin"),
        terug=(reverse("huishoudens", args=[pk]), _("Huishoudens")),
    )


@require_GET
@transaction.atomic
def huishouden(request: HttpRequest, pk: int) -> HttpResponse:
    """One household with everything around it; the only page with names."""
    rij, vandaag = read_huishouden(request, pk), localdate()
    trace(request, rij, "huishouden bekijken")
    gezin = (
        rij.gezin
        if rij.gezin_id and gezinnen_for(request.user).filter(pk=rij.gezin_id).exists()
        else None
    )
    betrokken = list(rij.betrokkenheden.all())
    return render(
        request,
        "toekomsttuin/huishouden.html",
        {
            "huishouden": rij,
            "tuin": rij.tuin,
            "gemeente": gebieden.gemeente(rij.gemeente),
            "gezin": gezin if gezin and mag(request.user, "gezin") else None,
            "mensen": rij.mensen.prefetch_related(
                "screeningen__ingeschakeld", "gesprekken__door", "hulp"
            ),
            "punten": rij.aanspreekpunten.select_related("lid__medewerker__organisatie"),
            "besluiten": [(besluit, *_takers(besluit)) for besluit in _decisions(rij)],
            "fasen": rij.fasen.select_related("door"),
            "fase": _last(rij.fasen),
            "hulp": rij.hulp.select_related("huisgenoot"),
            "hulpverleden": rij.hulpverleden.all(),
            "gesprekken": rij.gesprekken.select_related("door"),
            "steun": rij.steun.all(),
            "betrokken": betrokken,
            "drukte": measure_drukte(rij, betrokken, op=vandaag),
            "volgmomenten": rij.volgmomenten.all(),
            "mandaatgebruik": rij.mandaatgebruik.select_related("lid__medewerker", "mandaat"),
            "is_hier": rij.uitstroom_op is None,
        },
    )


def _decisions(rij: Huishouden) -> Any:
    return rij.eerste_besluiten.select_related("wie__medewerker").prefetch_related(
        "nemers__lid__medewerker__organisatie"
    )


def _takers(besluit: EersteBesluit) -> tuple[list[Any], list[str]]:
    """Who decided together, and which of the four were not there (R257)."""
    leden = [nemer.lid for nemer in besluit.nemers.all()]
    return leden, missing_soorten(leden)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def huishouden_aanspreekpunt(request: HttpRequest, pk: int) -> HttpResponse:
    """Another fixed contact, with why (R253)."""
    rij, vandaag = read_huishouden(request, pk), localdate()
    form = AanspreekpuntVorm(request.POST or None, tuin=rij.tuin, on=vandaag)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        if try_save(form, lambda: acts.change_aanspreekpunt(huishouden=rij, **velden)):
            trace(request, rij, "ander aanspreekpunt")
            return done(request, rij.get_absolute_url())
    return show_form(request, form, titel=_("Een ander vast aanspreekpunt"), terug=_back_to(rij))


@require_http_methods(["GET", "POST"])
@transaction.atomic
def huishouden_besluit(request: HttpRequest, pk: int) -> HttpResponse:
    """How and from where contact is best made, decided together at the first moment (R257)."""
    rij, vandaag = read_huishouden(request, pk), localdate()
    form = BesluitVorm(request.POST or None, tuin=rij.tuin, on=vandaag)
    if request.method == "POST" and form.is_valid():
        velden, ik = dict(form.cleaned_data), who(request)
        if try_save(form, lambda: acts.decide_first(huishouden=rij, by=ik, **velden)):
            trace(request, rij, "besluit over het eerste contact")
            return done(request, rij.get_absolute_url())
    return show_form(request, form, titel=_("Wie maakt het eerste contact?"), terug=_back_to(rij))


@require_http_methods(["GET", "POST"])
@transaction.atomic
def huishouden_weg(request: HttpRequest, pk: int) -> HttpResponse:
    """The household goes out of the garden."""
    rij, vandaag = read_huishouden(request, pk), localdate()
    form = UitstroomVorm(request.POST or None, on=vandaag)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        op = velden.pop("op")
        if try_save(form, lambda: acts.let_out(huishouden=rij, on=op, **velden)):
            trace(request, rij, "huishouden uit de tuin")
            return done(request, rij.get_absolute_url())
    return show_form(request, form, titel=_("Het huishouden gaat uit de tuin"), terug=_back_to(rij))


@require_GET
@transaction.atomic
def huishouden_wie_keek(request: HttpRequest, pk: int) -> HttpResponse:
    """Who looked at this household, when, as whom and what for (R4)."""
    rij = read_huishouden(request, pk)
    regels = Spoor.objects.filter(gezin=rij.nummer).select_related("gebruiker")
    trace(request, rij, "wie keek er bekijken")
    bladzijde = Paginator(regels, 100).get_page(request.GET.get("bladzijde"))
    return render(
        request, "toekomsttuin/wie_keek.html", {"huishouden": rij, "bladzijde": bladzijde}
    )


def _back_to(rij: Huishouden) -> tuple[str, str]:
    return rij.get_absolute_url(), rij.nummer
