"""The first page: what matters, the seven values, the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.afspraken import gebieden
from paraplu.inzage.adressen import bewijs_adres
from paraplu.inzage.gezicht import Gezicht, read_gezicht
from paraplu.inzage.keuze import Keuze, jaar_eerder, name_periode
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import Waarde

from ..kaart import make_kaart
from ..overzicht import OOK, ZEVEN, make_kaarten, make_zinnen
from ..waarde import make_regios
from .volledigheid import read_onvolledig

#: The value on the map when none is chosen.
KAARTWAARDE = "V2a"


@require_GET
def overzicht(request: HttpRequest) -> HttpResponse:
    """The seven values of one area and period; without data: what to do first."""
    gezicht = read_gezicht(request)
    if gezicht.leeg:
        return render(request, "dashboard/leeg.html", gezicht.context("overzicht"))
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    return render(
        request,
        "dashboard/overzicht.html",
        gezicht.context(
            "overzicht",
            zinnen=make_zinnen(cijfers, keuze),
            kaarten=make_kaarten(cijfers, keuze, ZEVEN),
            vergelijk_adres=keuze.adres("vergelijken", KAARTWAARDE, vergelijk=None),
            ook=make_kaarten(cijfers, keuze, OOK),
            **read_onvolledig(request, gezicht),
            **read_kaart(request, gezicht),
        ),
    )


def read_kaart(request: HttpRequest, gezicht: Gezicht) -> dict[str, Any]:
    """The map of the chosen value, always of all 51, with the regions beside it."""
    cijfers, keuze = gezicht.cijfers, gezicht.keuze
    code = request.GET.get("kaart", KAARTWAARDE)
    indicator = cijfers.indicatoren.get(code) or cijfers.indicatoren[KAARTWAARDE]
    maat = indicator.maten[0]
    rijen = cijfers.rijen(
        indicator.code, keuze.periode, per="gemeente", variant=keuze.variant_voor(indicator)
    )
    waarden = {rij.sleutel: rij.waarden.get(maat.sleutel) for rij in rijen}
    kaart = make_kaart(waarden, maat.eenheid)
    return {
        "kaart": kaart,
        "kaartwaarde": indicator,
        "kaartmaat": maat,
        "kaartkeuzes": list(cijfers.indicatoren.values()),
        "tegels": [
            (
                tegel,
                keuze.adres(
                    "overzicht", gebied=f"gemeente-{tegel.gemeente.code}", kaart=indicator.code
                ),
            )
            for tegel in kaart.tegels
        ],
        "regios": make_regios(cijfers, keuze, indicator),
        "gemeenten": list_gemeenten(keuze, indicator.code, waarden),
        "jaar_eerder": name_periode(jaar_eerder(keuze.periode)),
    }


def list_gemeenten(
    keuze: Keuze, code: str, waarden: Mapping[str, Waarde]
) -> list[tuple[str, str, Waarde, str]]:
    """The map as a table: the 51 with the highest value first, then hidden, then unknown ones.

    Per gemeente the address of its page, its name, the value, and the address of the receipt.
    """
    rijen = [
        (
            keuze.adres("overzicht", gebied=f"gemeente-{g.code}"),
            g.naam,
            waarden.get(g.code),
            bewijs_adres(keuze, code, gebied=f"gemeente-{g.code}"),
        )
        for g in gebieden.gemeenten()
        if g.in_gvjb
    ]
    return sorted(rijen, key=lambda rij: (*_order(rij[2]), rij[1]))


def _order(waarde: Waarde) -> tuple[int, float]:
    if isinstance(waarde, Verborgen):
        return 1, 0.0
    return (2, 0.0) if waarde is None else (0, -float(waarde))
