"""Sheets that decide what is counted: tussentaal, AGB codes, tariffs, budget caps, population."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken.blad import BladNotReadable
from paraplu.afspraken.plaats import tabellen_map
from paraplu.inzage.uitvoer import make_tabel
from paraplu.monitor.bladen import SOORTEN, Bladen
from paraplu.web import gegevens

from .. import actions
from ..forms import BladForm


@require_http_methods(["GET", "POST"])
def bladen(request: HttpRequest) -> HttpResponse:
    """What holds now, and a form to bring a newer sheet; its faults are shown all together."""
    soorten = [(soort.naam, soort.titel) for soort in SOORTEN.values()]
    form = BladForm(
        request.POST or None,
        request.FILES or None,
        soorten=soorten,
        initial={"dag": localdate(), "soort": request.GET.get("soort")},
    )
    fouten: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            rijen = actions.import_blad(
                soort=form.cleaned_data["soort"],
                bestand=form.cleaned_data["bestand"],
                by=request.user,
                op=form.cleaned_data["dag"],
            )
        except BladNotReadable as fout:
            fouten = fout.fouten
        else:
            messages.success(
                request, _("Het blad is ingebracht: %(rijen)s rijen.") % {"rijen": rijen}
            )
            return redirect("bladen")
    return render(
        request,
        "dashboard/bladen.html",
        {
            "form": form,
            "fouten": fouten,
            "soorten": SOORTEN.values(),
            "versies": list(reversed(Bladen(tabellen_map()).lijst())),
            "niet_geplaatst": gegevens.open_monitor().niet_geplaatst(),
        },
        status=422 if form.errors or fouten else 200,
    )


@require_GET
def blad_voorbeeld(request: HttpRequest, soort: str) -> HttpResponse:
    """An empty sheet with the right columns; of the tussentaal the mapping that holds now."""
    if soort not in SOORTEN:
        raise Http404
    kolommen = [kolom.naam for kolom in SOORTEN[soort].kolommen]
    rijen: list[list[object]] = []
    if soort == "tussentaal":
        regels = Bladen(tabellen_map()).tussentaalregels(op=localdate())
        rijen = [[_cel(getattr(regel, naam)) for naam in kolommen] for regel in regels]
    antwoord = HttpResponse(make_tabel([kolommen, *rijen]), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="paraplu-{soort}.csv"'
    return antwoord


def _cel(waarde: object) -> object:
    return "" if waarde is None else waarde
