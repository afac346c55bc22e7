"""Why a figure is no longer what it was: then beside now, per cause and row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from paraplu.monitor.verbergen import Verborgen
from paraplu.web.actions import write_spoor
from paraplu.web.getallen import Waarde
from paraplu.web.rechten import mag

from ..blik import Blik, read_blik
from ..cijfers import Cijfers
from ..kijker import kijk_van
from .uitvoer import DOEL

#: Rows on the page; the command line has all of them.
REGELS_HOOGSTENS: Final = 200
SOORTEN: Final = {
    "gekomen": gettext_lazy("erbij"),
    "weg": gettext_lazy("eraf"),
    "veranderd": gettext_lazy("veranderd"),
}


@dataclass(frozen=True)
class Maatverschil:
    """One measure then and now; `verschil` is None where it cannot be said."""

    naam: str
    eenheid: str
    toen: Waarde
    nu: Waarde
    verschil: Waarde


@require_GET
@transaction.atomic
def verschil(request: HttpRequest, code: str) -> HttpResponse:
    """The difference since the chosen day; without a day the form to choose one."""
    blik = read_blik(request, code)
    toen = blik.keuze.bekend_op
    vandaag = localdate()
    context: dict[str, Any] = {
        "blik": blik,
        "keuze": blik.keuze,
        "indicator": blik.indicator,
        "vandaag": vandaag,
        "velden": [(n, w) for n, w in blik.keuze.vragen.items() if n != "bekend"],
    }
    if toen is None or toen >= vandaag:
        return render(request, "inzage/verschil.html", context)
    return render(request, "inzage/verschil.html", context | read_verschil(request, blik, vandaag))


def read_verschil(request: HttpRequest, blik: Blik, vandaag: date) -> dict[str, Any]:
    """Ask what moved the figure; the rows only where this user may see rows, and with a trace."""
    from paraplu.monitor.verschil import verklaar  # noqa: PLC0415 - Ibis takes seconds to import

    nu = Cijfers(kijk=kijk_van(request.user, op=vandaag))
    gevonden = verklaar(
        nu.monitor,
        blik.indicator.code,
        **blik.vraag,
        toen=blik.cijfers.monitor,
        kijk=nu.kijk,
    )
    met_regels = mag(request.user, "lijst", blik.filters)
    regels = gevonden.wijzigingen[:REGELS_HOOGSTENS] if met_regels else ()
    if met_regels:
        write_spoor(
            gebruiker=request.user,
            handeling="verschil",
            voorwerp=f"{blik.indicator.code} {blik.keuze.periode.naam} {blik.keuze.gebied.sleutel} "
            f"sinds {blik.keuze.bekend_op}: {len(regels)} regels",
            doel=DOEL,
        )
    return {
        "verschil": gevonden,
        "maten": list_maten(gevonden),
        "oorzaken": [(_(str(d.oorzaak)), d, d.gekomen - d.weg) for d in gevonden.oorzaken],
        "regels": [(SOORTEN[w.soort], w, list_veranderd(w)) for w in regels],
        "meer": max(0, len(gevonden.wijzigingen) - REGELS_HOOGSTENS) if met_regels else 0,
        "met_regels": met_regels,
    }


def list_maten(gevonden: Any) -> list[Maatverschil]:
    """Every measure then, now and what that differs."""
    return [
        Maatverschil(
            maat.naam,
            maat.eenheid,
            toen := gevonden.waarden_toen[maat.sleutel],
            nu := gevonden.waarden_nu[maat.sleutel],
            subtract(nu, toen),
        )
        for maat in gevonden.indicator.maten
    ]


def subtract(nu: Waarde, toen: Waarde) -> Waarde:
    """What it differs: hidden where one of the two is, None where one is not known."""
    for waarde in (nu, toen):
        if isinstance(waarde, Verborgen):
            return waarde
    return None if nu is None or toen is None else nu - toen  # type: ignore[operator]


def list_veranderd(wijziging: Any) -> str:
    """What changed in a row, in one line."""
    return "; ".join(
        f"{kolom.replace('_', ' ')}: {_kort(oud)} → {_kort(nieuw)}"
        for kolom, (oud, nieuw) in wijziging.veranderd.items()
    )


def _kort(waarde: Any) -> str:
    if isinstance(waarde, bool):
        return str(_("ja") if waarde else _("nee"))
    return "–" if waarde is None else str(waarde)
