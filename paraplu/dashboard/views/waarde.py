"""The page of one value, its export, and the rows behind it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.inzage.blik import Blik, read_blik
from paraplu.inzage.gezicht import Gezicht, read_gezicht
from paraplu.inzage.lijst import (
    REGELS_PER_PAGINA,
    make_bladzijden,
    make_lijst,
    read_pagina,
)
from paraplu.inzage.queries import vaststelling_van
from paraplu.inzage.views.uitvoer import list_formaten
from paraplu.inzage.woorden import PER
from paraplu.monitor.bewijs import merk_rij
from paraplu.monitor.definities import versie_van
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from ..overzicht import make_waardekaart
from ..waarde import (
    MATEN_HOOGSTENS,
    Afgevallen,
    Bon,
    list_bronnen,
    list_lezingen,
    list_per,
    make_uitsplitsing,
    make_verloop,
    read_bon,
)
from .volledigheid import read_onvolledig

DOEL = "monitoring en contractgesprek"


def find_indicator(gezicht: Gezicht, code: str) -> Any:
    """The value of this code, or 404."""
    indicator = gezicht.cijfers.find_indicator(code)
    if indicator is None:
        raise Http404
    return indicator


@require_GET
def waarde(request: HttpRequest, code: str) -> HttpResponse:
    """One value: figure, readings, trend, breakdown, definition and receipt."""
    gezicht = read_gezicht(request)
    indicator = find_indicator(gezicht, code)
    if gezicht.leeg:
        return render(request, "dashboard/leeg.html", gezicht.context("overzicht"))
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    per = read_per(request, gezicht, indicator)
    return render(
        request,
        "dashboard/waarde.html",
        gezicht.context(
            "waarde",
            code,
            indicator=indicator,
            hoofd=make_waardekaart(cijfers, keuze, indicator),
            lezingen=list_lezingen(cijfers, keuze, indicator),
            maten=indicator.maten[:MATEN_HOOGSTENS],
            verloop=make_verloop(cijfers, keuze, indicator),
            tabs=list_tabs(gezicht, indicator, per),
            uitsplitsing=make_uitsplitsing(cijfers, keuze, indicator, per),
            per_naam=PER[per],
            vergelijk_adres=keuze.adres("vergelijken", code, vergelijk=None),
            uitvoer=list_formaten(keuze, "waarde_uitvoer", code, per=per),
            verschil_adres=keuze.adres("verschil", code),
            bon=(bon := read_bon(cijfers, keuze, indicator)),
            afgevallen=list_afgevallen(request, gezicht, code, bon),
            bronnen=list_bronnen(indicator),
            definitieversie=(versie := versie_van(code).versie),
            vaststelling=vaststelling_van(code, versie),
            lijst_adres=find_lijst_adres(request, gezicht, code),
            eigen_adres=find_eigen_adres(request, gezicht, code),
            **read_onvolledig(request, gezicht),
        ),
    )


def read_per(request: HttpRequest, gezicht: Gezicht, indicator: Any) -> str:
    """The chosen dimension, or the first that this value has and this user may ask."""
    mogelijk = list_per(gezicht.cijfers, gezicht.keuze, indicator)
    per = request.GET.get("per", "")
    return per if per in mogelijk else mogelijk[0]


def list_tabs(gezicht: Gezicht, indicator: Any, gekozen: str) -> list[tuple[str, str, bool]]:
    """The dimensions as links: address, text, whether this is the one shown."""
    return [
        (
            gezicht.keuze.adres("waarde", indicator.code, per=per) + "#uitsplitsing",
            str(PER[per]),
            per == gekozen,
        )
        for per in list_per(gezicht.cijfers, gezicht.keuze, indicator)
    ]


def find_lijst_adres(request: HttpRequest, gezicht: Gezicht, code: str) -> str:
    """The way to the rows behind the figure, when this user may see them."""
    if mag(request.user, "lijst", gezicht.keuze.gebied.filters):
        return gezicht.keuze.adres("lijst", code)
    return ""


def list_afgevallen(
    request: HttpRequest, gezicht: Gezicht, code: str, bon: Bon
) -> list[tuple[Afgevallen, str]]:
    """Why candidates do not count, each with the way to those rows when this user may see them."""
    mag_kijken = mag(request.user, "lijst", gezicht.keuze.gebied.filters)
    return [
        (regel, gezicht.keuze.adres("lijst", code, reden=regel.reden) if mag_kijken else "")
        for regel in bon.afgevallen
    ]


def find_eigen_adres(request: HttpRequest, gezicht: Gezicht, code: str) -> str:
    """The same value of the user's own area, where the rows may be seen."""
    if not mag(request.user, "lijst", request.user.gebied):
        return ""
    eigen = gezicht.eigen
    return gezicht.keuze.adres("waarde", code, gebied=eigen.sleutel) if eigen else ""


@require_GET
@transaction.atomic
def lijst(request: HttpRequest, code: str) -> HttpResponse:
    """The rows behind a figure, with pseudonyms; own area only, and it leaves a trace."""
    pagina = read_pagina(request)
    blik, regels = read_lijst(request, code, pagina=pagina)
    keuze = {naam: request.GET.get(naam) for naam in ("reden", "maat")}
    adressen = [
        blik.adres(
            "bewijs_berichten", code, merk_rij(rij), **keuze, pagina=request.GET.get("pagina")
        )
        for rij in regels
    ]
    gemaakt = make_lijst(regels, blik.cijfers.namen())
    return render(
        request,
        "dashboard/lijst.html",
        {
            "blik": blik,
            "keuze": blik.keuze,
            "indicator": blik.indicator,
            "lijst": gemaakt,
            "regels": list(zip(gemaakt.regels, adressen, strict=True)),
            "reden": keuze["reden"] or "",
            "bladzijden": make_bladzijden(
                pagina,
                count_lijst(blik, **keuze),
                lambda nummer: blik.adres("lijst", code, **keuze, pagina=nummer),
            ),
            "uitvoer": list_formaten(blik, "lijst_uitvoer", code, **keuze),
            "bewijs_adres": blik.adres("bewijs", code),
        },
    )


def read_lijst(
    request: HttpRequest, code: str, *, pagina: int
) -> tuple[Blik, list[dict[str, Any]]]:
    """Check the area, fetch the rows of a page and write the trace. Else 404."""
    blik = read_blik(request, code)
    if not mag(request.user, "lijst", blik.filters):
        raise Http404
    regels = blik.cijfers.monitor.lijst(
        code,
        **blik.vraag,
        hoogstens=REGELS_PER_PAGINA,
        vanaf=(pagina - 1) * REGELS_PER_PAGINA,
        reden=request.GET.get("reden") or None,
        maat=_read_maat(request, blik),
    )
    write_spoor(
        gebruiker=request.user,
        handeling="lijst",
        voorwerp=f"{code} {blik.keuze.periode.naam} {blik.keuze.gebied.sleutel}: "
        f"{len(regels)} regels",
        doel=DOEL,
    )
    return blik, regels


def _read_maat(request: HttpRequest, blik: Blik) -> str | None:
    maat = request.GET.get("maat", "")
    return maat if maat in {m.sleutel for m in blik.indicator.maten} else None


def count_lijst(blik: Blik, *, reden: str | None, maat: str | None) -> int:
    """How many rows the whole list has."""
    gemaakt = blik.cijfers.monitor.bewijs(blik.indicator.code, **blik.vraag, licht=True)
    if reden:
        return dict(gemaakt.afgevallen).get(reden, 0)
    van_maat = {m.sleutel: m.regels for m in gemaakt.maten}
    return van_maat.get(maat or "", gemaakt.geteld)
