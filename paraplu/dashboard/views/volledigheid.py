"""From whom data is missing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ..volledigheid import make_overzicht, read_regels
from .gezicht import read_gezicht


@require_GET
def volledigheid(request: HttpRequest) -> HttpResponse:
    """Per month and gemeente: expected, present, answered. For one gemeente: per provider."""
    gezicht = read_gezicht(request)
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    stand = make_overzicht(read_regels(cijfers, keuze), keuze)
    return render(
        request,
        "dashboard/volledigheid.html",
        gezicht.context(
            "volledigheid",
            stand=stand,
            per_aanbieder=keuze.gebied.soort == "gemeente",
            adressen={
                rij.gebied.sleutel: keuze.adres("volledigheid", gebied=rij.gebied.sleutel)
                for rij in stand.regels
            },
        ),
    )
