"""A value of one area beside others, and beside the norm and the baseline."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.inzage.gezicht import read_gezicht

from ..normpad import make_normpad
from ..vergelijken import make_naast
from .volledigheid import read_onvolledig
from .waarde import find_indicator


@require_GET
def vergelijken(request: HttpRequest, code: str) -> HttpResponse:
    """My gemeente beside region and province, this GI beside the others, this year beside the norm."""
    gezicht = read_gezicht(request)
    indicator = find_indicator(gezicht, code)
    if gezicht.leeg:
        return render(request, "dashboard/leeg.html", gezicht.context("overzicht"))
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    return render(
        request,
        "dashboard/vergelijken.html",
        gezicht.context(
            "vergelijken",
            code,
            indicator=indicator,
            maat=indicator.maten[0],
            naast=make_naast(cijfers, keuze, indicator),
            normpad=make_normpad(cijfers, keuze, indicator),
            codes=[
                (anders.code, anders.naam, keuze.adres("vergelijken", anders.code))
                for anders in cijfers.indicatoren.values()
            ],
            **read_onvolledig(request, gezicht),
        ),
    )
