"""The figures of a garden, each with its receipt, as page and as sheet; few stays hidden."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.casussen.cijfers import blad, woorden
from paraplu.casussen.cijfers.tellen import Blik, Cijfer, Tabel, Verborgen
from paraplu.casussen.cijfers.verbergen import ALLES, DREMPEL
from paraplu.inzage.uitvoer import give_regels

from .. import queries
from ..cijfers.metingen import VAN_HUISHOUDENS
from ..cijfers.tabellen import measure_daling, namen, read_tabellen
from ..models import Tuin
from .toegang import DOEL_TUIN, read_tuin, trace_tuin

#: So far back the choice of years goes.
JAREN = 4


def _jaar(request: HttpRequest, vandaag: date) -> int:
    gevraagd = request.GET.get("jaar", "")
    return int(gevraagd) if gevraagd in _jaren(vandaag) else vandaag.year


def _jaren(vandaag: date) -> list[str]:
    return [str(vandaag.year - terug) for terug in range(JAREN)]


def _say(tabel: Tabel, cijfer: Cijfer | Verborgen) -> str:
    """A figure as a sentence; of few households only that it is hidden."""
    if isinstance(cijfer, Verborgen):
        return _("Verborgen: dit gaat over te weinig huishoudens.")
    return woorden.zin(tabel.meting, cijfer)


@require_GET
@transaction.atomic
def tuin_cijfers(request: HttpRequest, pk: int) -> HttpResponse:
    """Every measure of the garden in a year."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    jaar = _jaar(request, vandaag)
    trace_tuin(request, tuin, "cijfers van de tuin bekijken")
    tabellen, blik = read_tabellen(jaar, vandaag), Blik(partij=tuin.nummer)
    daling = measure_daling(tabellen, read_tabellen(jaar - 1, vandaag), blik)
    return render(
        request,
        "toekomsttuin/cijfers.html",
        {
            "tuin": tuin,
            "jaar": str(jaar),
            "jaren": _jaren(vandaag),
            "drempel": DREMPEL,
            "metingen": [_meting(tabel, blik) for tabel in tabellen.values()],
            "daling": daling.zin
            if jaar < vandaag.year
            else _(
                "Of het er 5 procent minder zijn dan vorig jaar, blijkt na afloop van het jaar."
            ),
        },
    )


def _meting(tabel: Tabel, blik: Blik) -> dict[str, Any]:
    delen = woorden.sort_delen(tabel, blik, namen)
    return {
        "meting": tabel.meting,
        "zin": _say(tabel, tabel.cijfer(blik)),
        "delen": [
            (namen(tabel.meting.sleutel, deel)[1], _say(tabel, tabel.cijfer(blik, deel)))
            for deel in delen
        ],
    }


@require_GET
@transaction.atomic
def tuin_cijfer(request: HttpRequest, pk: int, meting: str) -> HttpResponse:
    """The receipt of one figure; its households by number, only for who works in the garden."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    jaar = _jaar(request, vandaag)
    tabellen, blik = read_tabellen(jaar, vandaag), Blik(partij=tuin.nummer)
    if meting not in tabellen:
        raise Http404
    tabel = tabellen[meting]
    trace_tuin(request, tuin, f"bon van {meting} bekijken")
    lid = queries.is_member(request.user, tuin, op=vandaag)
    van_huishoudens = meting in {m.sleutel for m in VAN_HUISHOUDENS}
    return render(
        request,
        "toekomsttuin/bon.html",
        {
            "tuin": tuin,
            "jaar": str(jaar),
            "jaren": _jaren(vandaag),
            "op": vandaag,
            **_meting(tabel, blik),
            "afgevallen": woorden.list_afgevallen(tabel, blik),
            "rijen": _rijen(tabel, blik) if lid and van_huishoudens else (),
            "is_lid": lid,
        },
    )


def _rijen(tabel: Tabel, blik: Blik) -> list[tuple[Any, str]]:
    sleutel = tabel.meting.sleutel
    return [(rij, namen(sleutel, rij.deel)[1]) for rij in tabel.list_rijen(blik, ALLES)]


@require_GET
@transaction.atomic
def tuin_cijfers_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    jaar = _jaar(request, vandaag)
    trace_tuin(request, tuin, "cijfers van de tuin exporteren")
    regels = blad.list_regels(read_tabellen(jaar, vandaag), _blik(tuin), namen)
    return give_regels(
        request.user,
        naam=f"paraplu-toekomsttuin-{tuin.nummer}-{jaar}",
        kop=blad.list_kop(),
        rijen=regels,
        doel=DOEL_TUIN,
    )


def _blik(tuin: Tuin) -> Blik:
    return Blik(partij=tuin.nummer)
