"""Whose messages had what wrong, month by month."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.inzage.uitvoer import give_regels
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..bevindingen import (
    AFZENDERS,
    MAANDEN,
    add_vakjes,
    draw_verloop,
    list_afzenders,
    list_csv,
    list_mogelijk,
    list_per_maand,
    list_regels,
    name_maand,
    read_blik,
)
from ..volledigheid import shorten_maand
from .leveringen import DOEL


@require_GET
@transaction.atomic
def bevindingen(request: HttpRequest) -> HttpResponse:
    """Messages and findings per month, sender and rule; who may not see senders sees months only."""
    tel = partial(queries.tel_bevindingen_for, request.user)
    namen = queries.name_afzenders()
    splitsbaar = queries.ziet_afzenders(request.user)
    mogelijk = list_mogelijk(tel, namen, splitsbaar=splitsbaar)
    blik = read_blik(request.GET, mogelijk)
    write_spoor(gebruiker=request.user, handeling="bevindingen bekijken", doel=DOEL)
    if request.GET.get("als") == "csv" and splitsbaar:
        kop, rijen = list_csv(tel, blik, namen)
        return give_regels(
            request.user, naam="paraplu-bevindingen", kop=kop, rijen=rijen, doel=DOEL
        )
    per_maand = list_per_maand(tel, blik)
    afzender = blik.keuze.afzender
    naam = namen(afzender) if afzender else _("alle afzenders")
    grafiek, reeksen = draw_verloop(tel, blik, per_maand, naam)
    afzenders = list_afzenders(tel, blik, namen) if splitsbaar else []
    return render(
        request,
        "dashboard/bevindingen.html",
        {
            "blik": blik,
            "mogelijk": mogelijk,
            "maanden": [(maand, name_maand(maand)) for maand in mogelijk.maanden],
            "wie": namen(afzender) if afzender else "",
            "samen": add_vakjes([vakje for _maand, vakje in per_maand]),
            "per_maand": per_maand,
            "verloop": {"grafiek": grafiek, "namen": reeksen},
            "splitsbaar": splitsbaar,
            "roostermaanden": [shorten_maand(maand) for maand in blik.maanden[-MAANDEN:]],
            "afzenders": afzenders[:AFZENDERS],
            "niet_getoond": max(0, len(afzenders) - AFZENDERS),
            "regels": list_regels(tel, blik) if splitsbaar else [],
            "csv_adres": blik.adres(als="csv"),
            "keten_klaar": queries.is_keten_klaar(),
            "mag_controleren": mag(request.user, "controleren"),
            "mag_kwaliteit": mag(request.user, "kwaliteit"),
        },
    )
