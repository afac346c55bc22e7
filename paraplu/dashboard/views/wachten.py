"""Who waits for which answer, since when and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.inzage.uitvoer import give_regels
from paraplu.monitor.wachten import Keuze, Wachten
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..wachten import (
    APART,
    ORGANISATIES,
    Blik,
    Geteld,
    Namen,
    Tel,
    count,
    draw_verloop,
    list_csv,
    list_open,
    list_per_maand,
    list_soorten,
    list_verzenders,
    make_zin,
    read_blik,
    read_op,
)
from .leveringen import DOEL

PER_BLADZIJDE = 25


@require_GET
@transaction.atomic
def wachten(request: HttpRequest) -> HttpResponse:
    """How often the answer was in time per kind of term, and what is open with its receipt."""
    dagen = queries.leverdagen()
    op = read_op(request.GET, dagen)
    van = queries.open_wachten(op)
    namen = cache(queries.name_afzenders())

    def tel(keuze: Keuze, per: Sequence[str]) -> Geteld:
        return van.tel(queries.wachten_for(request.user, keuze), per)

    blik = read_blik(request.GET, tel, namen, op=op, dagen=dagen)
    eigen = queries.wachten_for(request.user, blik.keuze)
    write_spoor(gebruiker=request.user, handeling="wachten bekijken", doel=DOEL)
    if request.GET.get("als") == "csv":
        kop, rijen = list_csv(van, eigen, namen)
        return give_regels(request.user, naam="paraplu-wachten", kop=kop, rijen=rijen, doel=DOEL)
    context = {
        **show_cijfers(tel, blik, namen),
        **show_open(request, van, blik, eigen, namen),
        "mag_controleren": mag(request.user, "controleren"),
    }
    return render(request, "dashboard/wachten.html", context)


def show_cijfers(tel: Tel, blik: Blik, namen: Namen) -> dict[str, Any]:
    """The figures: in words, per kind of term, per month and per organisation."""
    telling = count(tel, blik.keuze)
    per_maand = list_per_maand(tel, blik)
    grafiek, reeksen = draw_verloop(per_maand)
    verzenders = list_verzenders(tel, blik, namen)
    return {
        "blik": blik,
        "telling": telling,
        "zin": make_zin(blik.keuze, telling),
        "soorten": list_soorten(tel, blik),
        "apart": APART,
        "per_maand": per_maand,
        "verloop": {"grafiek": grafiek, "namen": reeksen},
        "verzenders": verzenders[:ORGANISATIES],
        "niet_getoond": max(0, len(verzenders) - ORGANISATIES),
        "csv_adres": blik.adres(als="csv"),
        "alle_termijnen": blik.adres(soort=""),
    }


def show_open(
    request: HttpRequest, van: Wachten, blik: Blik, eigen: Keuze, namen: Namen
) -> dict[str, Any]:
    """One page of what is open, and the way to the pages beside it."""
    keuze = replace(eigen, is_open=True)
    [(_per, telling)] = van.tel(keuze)
    bladzijden = -(-telling.samen // PER_BLADZIJDE)
    nu = read_bladzijde(request, bladzijden)
    rijen = van.lijst(keuze, vanaf=(nu - 1) * PER_BLADZIJDE, hoogstens=PER_BLADZIJDE)
    return {
        "open": list_open(rijen, namen),
        "bladzijde": nu,
        "bladzijden": bladzijden,
        "vorige": blik.adres(bladzijde=str(nu - 1)) if nu > 1 else "",
        "volgende": blik.adres(bladzijde=str(nu + 1)) if nu < bladzijden else "",
    }


def read_bladzijde(request: HttpRequest, bladzijden: int) -> int:
    """The page in the address, else the first or the last there is."""
    tekst = request.GET.get("bladzijde", "")
    nummer = int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else 1
    return max(1, min(nummer, bladzijden))
