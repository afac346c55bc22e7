"""Who waits for which answer, since when and until when."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.monitor.wachten import Keuze
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import queries
from ..wachten import (
    APART,
    ORGANISATIES,
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
from .waarde import make_csv

PER_BLADZIJDE = 25


@require_GET
@transaction.atomic
def wachten(request: HttpRequest) -> HttpResponse:
    """How often the answer was in time per kind of term, and what is open with its receipt."""
    dagen = queries.leverdagen()
    op = read_op(request.GET, dagen)
    van = queries.open_wachten(op)
    namen = cache(queries.name_afzenders())

    def tel(keuze: Keuze, per: tuple[str, ...]):
        return van.tel(queries.wachten_for(request.user, keuze), per)

    blik = read_blik(request.GET, tel, namen, op=op, dagen=dagen)
    eigen = queries.wachten_for(request.user, blik.keuze)
    write_spoor(gebruiker=request.user, handeling="wachten bekijken", doel=DOEL)
    if request.GET.get("als") == "csv":
        return make_csv("paraplu-wachten", *list_csv(van, eigen, namen))
    telling = count(tel, blik.keuze)
    bladzijden = -(-(telling.open + telling.te_laat_open) // PER_BLADZIJDE)
    bladzijde = read_bladzijde(request, bladzijden)
    per_maand = list_per_maand(tel, blik)
    grafiek, reeksen = draw_verloop(per_maand)
    verzenders = list_verzenders(tel, blik, namen)
    openstaand = van.lijst(
        replace(eigen, is_open=True),
        vanaf=(bladzijde - 1) * PER_BLADZIJDE,
        hoogstens=PER_BLADZIJDE,
    )
    return render(
        request,
        "dashboard/wachten.html",
        {
            "blik": blik,
            "telling": telling,
            "zin": make_zin(blik.keuze, telling),
            "soorten": list_soorten(tel, blik),
            "apart": APART,
            "per_maand": per_maand,
            "verloop": {"grafiek": grafiek, "namen": reeksen},
            "verzenders": verzenders[:ORGANISATIES],
            "niet_getoond": max(0, len(verzenders) - ORGANISATIES),
            "open": list_open(openstaand, namen),
            "bladzijde": bladzijde,
            "bladzijden": bladzijden,
            "vorige": blik.adres(bladzijde=str(bladzijde - 1)) if bladzijde > 1 else "",
            "volgende": blik.adres(bladzijde=str(bladzijde + 1)) if bladzijde < bladzijden else "",
            "csv_adres": blik.adres(als="csv"),
            "alle_termijnen": blik.adres(soort=""),
            "mag_controleren": mag(request.user, "controleren"),
        },
    )


def read_bladzijde(request: HttpRequest, bladzijden: int) -> int:
    """The page in the address, else the first or the last there is."""
    tekst = request.GET.get("bladzijde", "")
    nummer = int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 9 else 1
    return max(1, min(nummer, bladzijden))
