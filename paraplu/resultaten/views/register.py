"""What each side says that it does (R297, R299), and a GI's register of exceptional cases (R185)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.afspraken.resultaatafspraken import KANTEN, Plicht, Resultaatafspraak
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from .. import actions, queries
from ..forms import NakomingForm, UitzonderingForm
from ..fouten import AlGeregistreerd, AlTeruggenomen
from .keuze import DOEL, read_afspraak


def _partij(gebruiker: Gebruiker) -> tuple[str, str]:
    return str(gebruiker.organisatie_soort), str(gebruiker.organisatie_code)


def _is_own(plicht: Plicht, gebruiker: Gebruiker) -> bool:
    """Whether this is a duty of the user's own organisation; a gemeente answers for its lokaal team."""
    eigen = {"gemeente": {"gemeente", "lokaal_team"}}
    soort = gebruiker.organisatie_soort
    return plicht.kant in eigen.get(soort, {soort}) and mag(
        gebruiker, "nakoming_zeggen", _partij(gebruiker)
    )


@require_GET
def nakoming(request: HttpRequest, code: str) -> HttpResponse:
    """What every party says of its part of one agreement."""
    return _show(request, read_afspraak(code))


@require_http_methods(["GET", "POST"])
def nakoming_zeggen(request: HttpRequest, code: str, plicht: str) -> HttpResponse:
    """Say how the own organisation stands with one duty or condition."""
    afspraak = read_afspraak(code)
    gevonden = next((p for p in _all(afspraak) if p.sleutel == plicht), None)
    if gevonden is None or not _is_own(gevonden, request.user):
        raise Http404
    form = NakomingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.say_nakoming(
            afspraak=afspraak,
            plicht=gevonden,
            partij=_partij(request.user),
            by=request.user,
            on=localdate(),
            **form.cleaned_data,
        )
        messages.success(request, _("Bewaard. Iedereen in de kring ziet dit."))
        return redirect("nakoming", code)
    return render(
        request,
        "resultaten/nakoming_zeggen.html",
        {"afspraak": afspraak, "plicht": gevonden, "form": form},
        status=422 if form.errors else 200,
    )


def _all(afspraak: Resultaatafspraak) -> tuple[Plicht, ...]:
    return (*afspraak.plichten, *afspraak.voorwaarden)


def _show(request: HttpRequest, afspraak: Resultaatafspraak) -> HttpResponse:
    gezegd = queries.read_nakoming(afspraak.code, op=localdate())
    namen = queries.name_partijen({(soort, wie) for _plicht, soort, wie in gezegd})
    regels: list[dict[str, Any]] = [
        {
            "plicht": plicht,
            "kant": KANTEN[plicht.kant],
            "is_voorwaarde": plicht in afspraak.voorwaarden,
            "gezegd": sorted(
                (
                    (namen[f"{soort}-{wie}"], rij)
                    for (sleutel, soort, wie), rij in gezegd.items()
                    if sleutel == plicht.sleutel
                ),
                key=lambda paar: paar[0],
            ),
            "eigen": _is_own(plicht, request.user),
        }
        for plicht in _all(afspraak)
    ]
    return render(request, "resultaten/nakoming.html", {"afspraak": afspraak, "regels": regels})


@require_GET
@transaction.atomic
def uitzonderingen(request: HttpRequest) -> HttpResponse:
    """The register of the own GI."""
    if not mag(request.user, "uitzonderingen", request.user.organisatie_code):
        raise Http404
    rijen = list(queries.uitzonderingen_for(request.user))
    write_spoor(
        gebruiker=request.user,
        handeling="uitzonderingen bekijken",
        voorwerp=f"RA9: {len(rijen)} zaken",
        doel=DOEL,
    )
    return render(
        request, "resultaten/uitzonderingen.html", {"rijen": rijen, "form": UitzonderingForm()}
    )


@require_POST
@transaction.atomic
def uitzondering_nieuw(request: HttpRequest) -> HttpResponse:
    """Leave one case out of the mean."""
    gi = request.user.organisatie_code
    if not mag(request.user, "uitzondering_nieuw", gi):
        raise Http404
    form = UitzonderingForm(request.POST)
    if form.is_valid():
        try:
            actions.add_uitzondering(gi=gi, by=request.user, on=localdate(), **form.cleaned_data)
        except AlGeregistreerd:
            form.add_error("kind", _("Deze zaak staat al in het register."))
        else:
            _trace(request, "uitzondering vastleggen")
            messages.success(request, _("De zaak telt vanaf nu apart."))
            return redirect("uitzonderingen")
    rijen = list(queries.uitzonderingen_for(request.user))
    _trace(request, "uitzonderingen bekijken")
    return render(
        request, "resultaten/uitzonderingen.html", {"rijen": rijen, "form": form}, status=422
    )


@require_POST
@transaction.atomic
def uitzondering_terug(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a case count again."""
    gevonden = get_object_or_404(queries.uitzonderingen_for(request.user), pk=pk)
    try:
        actions.withdraw_uitzondering(uitzondering=gevonden, on=localdate())
    except AlTeruggenomen:
        messages.warning(request, _("Deze zaak was al teruggenomen."))
    else:
        _trace(request, "uitzondering terugnemen")
        messages.success(request, _("De zaak telt weer mee."))
    return redirect("uitzonderingen")


def _trace(request: HttpRequest, handeling: str) -> None:
    write_spoor(gebruiker=request.user, handeling=handeling, voorwerp="RA9", doel=DOEL)
