"""From whom data is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.inzage.gezicht import Gezicht, read_gezicht
from paraplu.inzage.keuze import Keuze
from paraplu.monitor.wachten import Keuze as WachtKeuze
from paraplu.monitor.wachten import Telling
from paraplu.web.rechten import mag

from .. import queries
from ..volledigheid import make_overzicht, make_zin, may_see_wie, read_regels
from ..volledigheid_antwoorden import Antwoorden, make_antwoorden


@require_GET
def volledigheid(request: HttpRequest) -> HttpResponse:
    """Per month and gemeente: expected, present, answered. For one gemeente: per provider."""
    gezicht = read_gezicht(request)
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    stand = make_overzicht(read_regels(cijfers, keuze), keuze)
    detail = may_see_wie(cijfers, keuze)
    return render(
        request,
        "dashboard/volledigheid.html",
        gezicht.context(
            "volledigheid",
            stand=stand,
            # What stands here are pairs of organisations; nothing of it is hidden as a small number.
            inzage=None,
            toont_wie=detail,
            antwoorden=read_antwoorden(request, keuze),
            mag_kwaliteit=mag(request.user, "kwaliteit"),
            per_aanbieder=keuze.gebied.soort == "gemeente",
            adressen={
                rij.gebied.sleutel: keuze.adres("volledigheid", gebied=rij.gebied.sleutel)
                for rij in stand.regels
            },
        ),
    )


def read_antwoorden(request: HttpRequest, keuze: Keuze) -> Antwoorden | None:
    """Who owes which message, of waits in which the organisation has a part; None for who sees none."""
    if not mag(request.user, "wachten"):
        return None
    van = queries.open_wachten(keuze.bekend_op)

    def tel(wat: WachtKeuze, per: Sequence[str]) -> list[tuple[tuple[str, ...], Telling]]:
        return van.tel(queries.wachten_for(request.user, wat), per)

    return make_antwoorden(tel, keuze, queries.name_afzenders())


def read_onvolledig(request: HttpRequest, gezicht: Gezicht) -> dict[str, Any]:
    """What a page with figures says when data is missing, and the way to who and which months."""
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    return {
        "onvolledig": make_zin(
            read_regels(cijfers, keuze), keuze, met_namen=may_see_wie(cijfers, keuze)
        ),
        "volledigheid_adres": keuze.adres("volledigheid")
        if mag(request.user, "volledigheid")
        else "",
    }
