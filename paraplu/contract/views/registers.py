"""Registers beside the agreement: norms and caseload, conditions, joint purchase, implementation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from .. import queries
from ..actions import registers as acts
from ..forms.afspraken import CaseloadVorm, NormVorm, StandVorm, WerkVorm
from ..forms.velden import name_regio
from ..models import Punt, Werknorm, Werkzaamheid
from ..monitoring import list_indicatoren
from ..rechten import BEHEERDERS, VAN_GI
from .tonen import done, need, show_form, trace, try_save

TITELS = {
    "stand": gettext_lazy("Hoe staat het?"),
    "norm": gettext_lazy("Een norm voor het werk"),
    "caseload": gettext_lazy("De caseload van een GI of team"),
    "werk": gettext_lazy("Werk van de invoering"),
}


@require_GET
def contractregisters(request: HttpRequest) -> HttpResponse:
    """Everything around the agreement, as it stands today."""
    vandaag = localdate()
    normen = list(Werknorm.objects.filter(vanaf__lte=vandaag))
    return render(
        request,
        "contract/registers.html",
        {
            "normen": [
                (soort.label, [norm for norm in normen if norm.soort == soort])
                for soort in Werknorm.Soort
            ],
            "caseload": queries.list_caseload(op=vandaag),
            "punten": [
                (punt, _last(punt, vandaag)) for punt in Punt.objects.prefetch_related("standen")
            ],
            "werk": [
                (werk, name_regio(werk.regio) if werk.regio else "")
                for werk in Werkzaamheid.objects.all()
            ],
            "indicatoren": list_indicatoren(),
            "mag_beheren": request.user.soort in BEHEERDERS,
            "mag_caseload": request.user.soort in VAN_GI,
        },
    )


def _last(punt: Punt, op: Any) -> Any:
    standen = [stand for stand in punt.standen.all() if stand.vanaf <= op]
    return standen[-1] if standen else None


@require_http_methods(["GET", "POST"])
@transaction.atomic
def contractregister_erbij(request: HttpRequest, soort: str) -> HttpResponse:
    """One line more; a GI adds only its own caseload."""
    if soort not in TITELS:
        raise Http404
    need(soort == "caseload" or request.user.soort in BEHEERDERS)
    gis = _own_gis(request)
    need(soort != "caseload" or bool(gis))
    form = _make_form(soort, request.POST or None, gis)
    terug = reverse("contractregisters")
    if (
        request.method == "POST"
        and form.is_valid()
        and try_save(form, lambda: _add(request, soort, form, gis))
    ):
        trace(request, f"contractregister: {soort} erbij")
        return done(request, terug)
    return show_form(request, form, titel=TITELS[soort], terug=(terug, _("Afspraken eromheen")))


def _own_gis(request: HttpRequest) -> dict[str, str]:
    """The GI's of which this user may say something: the own one, or all."""
    if request.user.soort in BEHEERDERS:
        return {gi.sleutel: gi.naam for gi in queries.gis_on(localdate())}
    eigen = queries.gi_of(request.user, on=localdate())
    return {eigen.sleutel: eigen.naam} if eigen else {}


def _make_form(soort: str, data: Any, gis: dict[str, str]) -> forms.Form:
    vandaag = localdate()
    if soort == "caseload":
        return CaseloadVorm(data, gis=gis, on=vandaag, initial={"op": vandaag})
    if soort == "werk":
        return WerkVorm(data, initial={"jaar": vandaag.year})
    vorm = StandVorm if soort == "stand" else NormVorm
    return vorm(data, initial={"vanaf": vandaag})


def _add(request: HttpRequest, soort: str, form: forms.Form, gis: dict[str, str]) -> None:
    velden = dict(form.cleaned_data)
    if soort == "caseload":
        acts.add_caseload(gi_naam=gis[velden["gi"]], by=request.user, **velden)
    elif soort == "werk":
        acts.add_werk(by=request.user, **velden)
    elif soort == "norm":
        acts.set_werknorm(by=request.user, **velden)
    else:
        acts.set_stand(by=request.user, **velden)
