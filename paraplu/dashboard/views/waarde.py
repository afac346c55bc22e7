"""The page of one value, its export, and the rows behind it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.inzage.gezicht import Gezicht, read_gezicht
from paraplu.inzage.lijst import make_lijst
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from ..overzicht import make_waardekaart
from ..waarde import (
    MATEN_HOOGSTENS,
    PER,
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

LIJST_HOOGSTENS = 500
DOEL = "monitoring en contractgesprek"


def find_indicator(gezicht: Gezicht, code: str) -> Any:
    """The value of this code, or 404."""
    indicator = gezicht.cijfers.indicatoren.get(code)
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
            csv_adres=keuze.adres("waarde_csv", code, per=per),
            bon=(bon := read_bon(cijfers, keuze, indicator)),
            afgevallen=list_afgevallen(request, gezicht, code, bon),
            bronnen=list_bronnen(indicator),
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
def waarde_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The breakdown as CSV: semicolons and decimal commas, as a Dutch spreadsheet reads it."""
    gezicht = read_gezicht(request)
    indicator = find_indicator(gezicht, code)
    per = read_per(request, gezicht, indicator)
    delen = make_uitsplitsing(gezicht.cijfers, gezicht.keuze, indicator, per).delen
    kop = [str(PER[per]), *(f"{maat.naam} ({maat.eenheid})" for maat in indicator.maten)]
    rijen = ([deel.naam, *(deel.waarden.get(m.sleutel) for m in indicator.maten)] for deel in delen)
    naam = f"paraplu-{code}-{gezicht.keuze.periode.naam}-per-{per}"
    return make_csv(naam, kop, rijen)


def make_csv(naam: str, kop: list[str], rijen: Iterable[Iterable[Any]]) -> HttpResponse:
    """A download that a spreadsheet opens as it is. Text never begins as a formula."""
    antwoord = HttpResponse(content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    antwoord.write("\ufeff")
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(kop)
    schrijver.writerows([_cel(waarde) for waarde in rij] for rij in rijen)
    return antwoord


def _cel(waarde: Any) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, Verborgen):
        return _("verborgen")
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, str):
        return "'" + waarde if waarde[:1] in {"=", "+", "-", "@", "\t"} else waarde
    return str(waarde).replace(".", ",") if isinstance(waarde, float | Decimal) else str(waarde)


@require_GET
@transaction.atomic
def lijst(request: HttpRequest, code: str) -> HttpResponse:
    """The rows behind a figure, with pseudonyms; own area only, and it leaves a trace."""
    gezicht, indicator, regels = read_lijst(request, code)
    return render(
        request,
        "dashboard/lijst.html",
        gezicht.context(
            "lijst",
            code,
            indicator=indicator,
            lijst=make_lijst(regels, gezicht.cijfers.namen()),
            reden=request.GET.get("reden", ""),
            hoogstens=LIJST_HOOGSTENS,
            is_afgekapt=len(regels) >= LIJST_HOOGSTENS,
            csv_adres=gezicht.keuze.adres("lijst_csv", code, reden=request.GET.get("reden")),
        ),
    )


@require_GET
@transaction.atomic
def lijst_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The same rows as CSV."""
    gezicht, _indicator, regels = read_lijst(request, code)
    kop = list(regels[0]) if regels else [_("geen regels")]
    naam = f"paraplu-{code}-{gezicht.keuze.periode.naam}-regels"
    return make_csv(naam, kop, (regel.values() for regel in regels))


def read_lijst(request: HttpRequest, code: str) -> tuple[Gezicht, Any, list[dict[str, Any]]]:
    """Check the area, fetch the rows and write the trace. Who may not gets 404."""
    gezicht = read_gezicht(request)
    indicator = find_indicator(gezicht, code)
    keuze = gezicht.keuze
    if not mag(request.user, "lijst", keuze.gebied.filters):
        raise Http404
    regels = gezicht.cijfers.monitor.lijst(
        code,
        variant=keuze.variant_voor(indicator),
        periode=keuze.periode,
        filters=keuze.gebied.filters,
        hoogstens=LIJST_HOOGSTENS,
        reden=request.GET.get("reden") or None,
    )
    write_spoor(
        gebruiker=request.user,
        handeling="lijst",
        voorwerp=f"{code} {keuze.periode.naam} {keuze.gebied.sleutel}: {len(regels)} regels",
        doel=DOEL,
    )
    return gezicht, indicator, regels
