"""What is what: the values, the readings, the areas, and how to read a figure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.afspraken import gebieden, tussentaal
from paraplu.inzage.kijker import GEWOON
from paraplu.web import gegevens
from paraplu.web.rechten import mag

from ..waarde import UITLEG_VARIANTEN, name_variant


@require_GET
def uitleg(request: HttpRequest) -> HttpResponse:
    """One page that needs no data and no prior knowledge."""
    indicatoren = gegevens.open_monitor().indicatoren()
    varianten = dict.fromkeys(v for i in indicatoren for v in i.varianten)
    return render(
        request,
        "dashboard/uitleg.html",
        {
            "indicatoren": indicatoren,
            "varianten": [(name_variant(v), UITLEG_VARIANTEN.get(v, "")) for v in varianten],
            "regios": [(r.naam, gebieden.gemeenten_van(r.code)) for r in gebieden.regios()],
            "tussentaal": list(tussentaal.categorieen().items()),
            "mag_cijfers": mag(request.user, "waarde"),
            "gewoon": GEWOON,
            "mag_drempels": mag(request.user, "drempels"),
        },
    )
