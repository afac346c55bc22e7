"""The joint family analysis: read it, write a paragraph, see what others saved beside it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from .. import queries
from ..actions import analyse as acts
from ..forms.analyse import AlineaVorm
from ..lezen.analyse import Stand, read_secties, read_stand
from ..models import Alinea, Sectie
from .toegang import done, read_huishouden, show_form, trace, who


@require_GET
@transaction.atomic
def analyse(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole analysis, people by number, with what still stands beside it."""
    huishouden = read_huishouden(request, pk)
    trace(request, huishouden, "analyse bekijken")
    return render(
        request,
        "toekomsttuin/analyse.html",
        {
            "huishouden": huishouden,
            "secties": read_secties(huishouden),
            "mensen": huishouden.mensen.all(),
            "fase": huishouden.fasen.last(),
        },
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def alinea_nieuw(request: HttpRequest, pk: int, sectie: str) -> HttpResponse:
    """A new paragraph in a section."""
    huishouden = read_huishouden(request, pk)
    if sectie not in Sectie.values:
        raise Http404
    form = AlineaVorm(request.POST or None, huishouden=huishouden, sectie=sectie, nieuw=True)
    terug = reverse("analyse", args=[pk])
    if request.method == "POST" and form.is_valid():
        versie = acts.begin_alinea(
            huishouden=huishouden, sectie=sectie, by=who(request), now=now(), **form.inhoud
        )
        trace(request, huishouden, f"analyse: alinea {versie.alinea} toevoegen")
        return done(request, f"{terug}#{versie.alinea}")
    return show_form(
        request,
        form,
        titel=Sectie(sectie).label,
        terug=(terug, _("Analyse van %(nummer)s") % {"nummer": huishouden.nummer}),
    )


def read_alinea(request: HttpRequest, pk: int) -> Alinea:
    """The paragraph, when this user works in its garden; else 404."""
    alle = queries.alineas_for(request.user).select_related("huishouden__tuin")
    return get_object_or_404(alle, pk=pk)


@require_http_methods(["GET", "POST"])
@transaction.atomic
def alinea(request: HttpRequest, pk: int) -> HttpResponse:
    """Write over a paragraph. Too late: the save is kept, and both stand side by side (409)."""
    rij = read_alinea(request, pk)
    stand = read_stand(rij)
    form = _form(request, rij, stand)
    if request.method == "POST" and form.is_valid():
        versie = acts.save_alinea(
            alinea=rij,
            basis=form.cleaned_data["basis"] or 0,
            by=who(request),
            now=now(),
            **form.inhoud,
        )
        trace(request, rij.huishouden, f"analyse: alinea {rij} bewaren")
        if not versie.naast:
            return done(request, reverse("analyse", args=[rij.huishouden_id]) + f"#{rij}")
        return _show(request, rij, read_stand(rij), te_laat=True)
    trace(request, rij.huishouden, f"analyse: alinea {rij} bekijken")
    return _show(request, rij, stand, form=form)


def _form(request: HttpRequest, rij: Alinea, stand: Stand) -> AlineaVorm:
    return AlineaVorm(
        request.POST or None,
        huishouden=rij.huishouden,
        sectie=rij.sectie,
        initial={
            "tekst": stand.geldt.tekst,
            "deelnemers": stand.geldt.deelnemers,
            "gezin_besloot": stand.geldt.gezin_besloot,
            "basis": stand.laatste,
        },
    )


def _show(
    request: HttpRequest,
    rij: Alinea,
    stand: Stand,
    *,
    form: AlineaVorm | None = None,
    te_laat: bool = False,
) -> HttpResponse:
    """The paragraph with a form; after a save that came too late with a form that saw both."""
    if form is None:
        form = AlineaVorm(
            huishouden=rij.huishouden,
            sectie=rij.sectie,
            initial={
                "tekst": stand.naast[-1].tekst,
                "deelnemers": stand.naast[-1].deelnemers,
                "gezin_besloot": stand.naast[-1].gezin_besloot,
                "basis": stand.laatste,
            },
        )
    inhoud: dict[str, Any] = {
        "alinea": rij,
        "huishouden": rij.huishouden,
        "sectie": rij.get_sectie_display(),
        "stand": stand,
        "form": form,
        "te_laat": te_laat,
    }
    status = 409 if te_laat else 422 if form.errors else 200
    return render(request, "toekomsttuin/alinea.html", inhoud, status=status)


@require_GET
@transaction.atomic
def alinea_historie(request: HttpRequest, pk: int) -> HttpResponse:
    """Every save of a paragraph, the last one first."""
    rij = read_alinea(request, pk)
    trace(request, rij.huishouden, f"analyse: versies van {rij} bekijken")
    return render(
        request,
        "toekomsttuin/alinea_historie.html",
        {
            "alinea": rij,
            "huishouden": rij.huishouden,
            "sectie": rij.get_sectie_display(),
            "stand": read_stand(rij),
            "versies": rij.versies.select_related("door__organisatie").order_by("-nummer"),
        },
    )
