"""The receipt of one route, and the figures over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.afspraken import gebieden
from paraplu.casussen import queries
from paraplu.casussen.models import Casus
from paraplu.web.actions import write_spoor

from ..verloop import blad, woorden
from ..verloop.bereik import Bereik, bereik_of
from ..verloop.bon import describe, make_routebon
from ..verloop.cijfers import Blik, Tabel, Verborgen, make_tabellen
from ..verloop.lezen import names_of, read_jaar, read_traject
from ..verloop.verbergen import ALLES, DREMPEL

DOEL = "behandelen van een casus"
DOEL_CIJFERS = "leren van de aanmeldroutes"
#: So far back the choice of years goes.
JAREN = 4
LIJST_HOOGSTENS = 500


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The link to the receipt, for who sees the whole case."""
    return {} if queries.sees_gezin(request.user, casus, op=localdate()) else None


@require_GET
@transaction.atomic
def casus_verloop(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt of one case, for who sees every step of it."""
    vandaag = localdate()
    casus = get_object_or_404(
        queries.casussen_for(request.user).select_related("gezin", "houder"), pk=pk
    )
    if not queries.sees_gezin(request.user, casus, op=vandaag):
        raise Http404
    write_spoor(
        gebruiker=request.user,
        handeling="verloop van een casus bekijken",
        voorwerp=casus.nummer,
        doel=DOEL,
        gezin=casus.gezin.nummer,
        namens=str(queries.acting_as(request.user, casus, op=vandaag) or ""),
    )
    bon = make_routebon(read_traject(casus, op=vandaag), op=vandaag)
    return render(
        request,
        "aanmelden/verloop_bon.html",
        {"casus": casus, "route": casus.route, "bon": bon, "zin": describe(bon)},
    )


@dataclass(frozen=True)
class Gezicht:
    """What a reader looks at: the year, the part of it, and all figures of that year."""

    bereik: Bereik
    jaar: int
    blik: Blik
    tabellen: dict[str, Tabel]
    op: date

    def adres(self, route: str, *args: str, **keuzes: str) -> str:
        """A page with the same choices, or with others in their place."""
        nu = {
            "jaar": str(self.jaar),
            "kwartaal": self.blik.kwartaal,
            "regio": self.blik.regio,
            "partij": self.blik.partij,
        }
        gekozen = {naam: w for naam, w in {**nu, **keuzes}.items() if w not in {ALLES, ""}}
        return f"{reverse(route, args=args)}?{urlencode(gekozen)}"


def read_gezicht(request: HttpRequest) -> Gezicht:
    """The choices of the address, held to what this user may see."""
    vandaag = localdate()
    bereik = bereik_of(request.user, op=vandaag)
    gevraagd = request.GET.get("jaar", "")
    jaar = int(gevraagd) if gevraagd in _jaren(vandaag) else vandaag.year
    kwartaal = request.GET.get("kwartaal", "")
    regio = request.GET.get("regio", "")
    partij = _known_partij(request.GET.get("partij", "")) if bereik.partijen else ALLES
    blik = Blik(
        kwartaal=kwartaal if kwartaal in {"1", "2", "3", "4"} else ALLES,
        regio=bereik.regio if bereik.regio != ALLES else _known_regio(regio),
        partij=bereik.partij if bereik.partij != ALLES else partij,
    )
    tabellen = make_tabellen(read_jaar(jaar, op=vandaag), jaar=jaar, op=vandaag)
    return Gezicht(bereik, jaar, blik, tabellen, vandaag)


def _jaren(vandaag: date) -> list[str]:
    return [str(vandaag.year - terug) for terug in range(JAREN)]


def _known_regio(code: str) -> str:
    return code if code in {regio.code for regio in gebieden.regios()} else ALLES


def _known_partij(sleutel: str) -> str:
    return sleutel if names_of([sleutel]) else ALLES


@require_GET
@transaction.atomic
def route_cijfers(request: HttpRequest) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    gezicht = read_gezicht(request)
    _trace(request, gezicht, "cijfers van de aanmeldroutes bekijken")
    return render(
        request,
        "aanmelden/verloop_cijfers.html",
        {
            **_context(gezicht),
            "metingen": [_meting(gezicht, tabel) for tabel in gezicht.tabellen.values()],
            "csv_adres": gezicht.adres("route_cijfers_csv"),
        },
    )


@require_GET
@transaction.atomic
def route_cijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    gezicht = read_gezicht(request)
    _trace(request, gezicht, "cijfers van de aanmeldroutes exporteren")
    tekst = blad.make_csv(blad.list_kop(), blad.list_regels(gezicht.tabellen, gezicht.blik))
    antwoord = HttpResponse(tekst, content_type="text/csv; charset=utf-8")
    naam = f"paraplu-routecijfers-{gezicht.jaar}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    return antwoord


@require_GET
@transaction.atomic
def route_cijfers_lijst(request: HttpRequest, meting: str) -> HttpResponse:
    """One figure: split by quarter, region and party, with the cases that this user may open."""
    gezicht = read_gezicht(request)
    if meting not in gezicht.tabellen:
        raise Http404
    tabel = gezicht.tabellen[meting]
    deel = request.GET.get("deel", "")
    deel = deel if deel in tabel.delen(gezicht.blik) else ALLES
    _trace(request, gezicht, f"cijfer {meting} bekijken")
    cijfer = tabel.cijfer(gezicht.blik, deel)
    eigen, anderen = _split_rijen(request, tabel, gezicht, deel)
    return render(
        request,
        "aanmelden/verloop_lijst.html",
        {
            **_context(gezicht),
            "meting": tabel.meting,
            "deel": "" if deel == ALLES else woorden.naam_van(meting, deel),
            "deel_sleutel": "" if deel == ALLES else deel,
            "zin": woorden.zin(tabel.meting, cijfer),
            "splitsingen": _splitsingen(gezicht, tabel, deel),
            "rijen": eigen[:LIJST_HOOGSTENS],
            "anderen": None if isinstance(cijfer, Verborgen) else anderen,
            "terug": gezicht.adres("route_cijfers"),
        },
    )


def _split_rijen(
    request: HttpRequest, tabel: Tabel, gezicht: Gezicht, deel: str
) -> tuple[list[dict[str, Any]], int]:
    """The rows of cases that this user may open, and how many there are besides."""
    rijen = tabel.list_rijen(gezicht.blik, deel)
    mijn = set(
        queries.casussen_for(request.user, op=gezicht.op)
        .filter(pk__in={rij.casus for rij in rijen})
        .values_list("pk", flat=True)
    )
    eigen = [
        {"rij": rij, "deel": woorden.naam_van(tabel.meting.sleutel, rij.deel)}
        for rij in rijen
        if rij.casus in mijn
    ]
    return eigen, len(rijen) - len(eigen)


def _splitsingen(gezicht: Gezicht, tabel: Tabel, deel: str) -> list[dict[str, Any]]:
    """The same figure per quarter, per region and per party, as far as the user may split it."""
    blik, bereik = gezicht.blik, gezicht.bereik
    soorten = [("kwartaal", 0, _("Per kwartaal"), blik.kwartaal == ALLES)]
    soorten.append(("regio", 1, _("Per regio"), blik.regio == ALLES))
    soorten.append(("partij", 2, _("Per partij"), bereik.partijen and blik.partij == ALLES))
    return [
        {"naam": naam, "regels": _regels_per(gezicht, tabel, deel, veld, plek)}
        for veld, plek, naam, mag in soorten
        if mag and tabel.waarden(plek, blik, deel)
    ]


def _regels_per(
    gezicht: Gezicht, tabel: Tabel, deel: str, veld: str, plek: int
) -> list[dict[str, Any]]:
    waarden = tabel.waarden(plek, gezicht.blik, deel)
    namen = _namen_van(veld, waarden)
    return [
        {
            "naam": namen.get(waarde, waarde),
            "adres": gezicht.adres(
                "route_cijfers_lijst",
                tabel.meting.sleutel,
                **{veld: waarde, "deel": "" if deel == ALLES else deel},
            ),
            **_cellen(tabel, Blik(**{**gezicht.blik.__dict__, veld: waarde}), deel),
        }
        for waarde in sorted(waarden, key=lambda waarde: namen.get(waarde, waarde))
    ]


def _namen_van(veld: str, waarden: list[str]) -> dict[str, str]:
    if veld == "partij":
        return names_of(waarden)
    if veld == "regio":
        return {regio.code: regio.naam for regio in gebieden.regios()}
    return {waarde: _("Kwartaal %(nummer)s") % {"nummer": waarde} for waarde in waarden}


def _cellen(tabel: Tabel, blik: Blik, deel: str) -> dict[str, Any]:
    cijfer = tabel.cijfer(blik, deel)
    waarden = blad.list_waarden(cijfer)
    return {
        "verborgen": cijfer.reden if isinstance(cijfer, Verborgen) else "",
        "aantal": waarden[0],
        "aandeel": waarden[1] if tabel.meting.ja else "",
        "mediaan": waarden[2],
        "p90": waarden[3],
    }


def _meting(gezicht: Gezicht, tabel: Tabel) -> dict[str, Any]:
    """One measure of the page: its sentence, and a line for each of its parts."""
    sleutel = tabel.meting.sleutel
    delen = woorden.sort_delen(sleutel, tabel.delen(gezicht.blik))
    return {
        "meting": tabel.meting,
        "zin": woorden.zin(tabel.meting, tabel.cijfer(gezicht.blik)),
        "adres": gezicht.adres("route_cijfers_lijst", sleutel),
        "regels": [
            {
                "naam": woorden.naam_van(sleutel, deel),
                "adres": gezicht.adres("route_cijfers_lijst", sleutel, deel=deel),
                **_cellen(tabel, gezicht.blik, deel),
            }
            for deel in delen
        ],
    }


def _context(gezicht: Gezicht) -> dict[str, Any]:
    """What every page of figures shows: where one looks, and the choices."""
    regios = {regio.code: regio.naam for regio in gebieden.regios()}
    partij = gezicht.blik.partij
    return {
        "gezicht": gezicht,
        "drempel": DREMPEL,
        "jaren": _jaren(gezicht.op),
        "kwartalen": ["1", "2", "3", "4"],
        "regios": regios.items() if gezicht.bereik.regio == ALLES else (),
        "regio_naam": regios.get(gezicht.blik.regio, _("heel Gelderland")),
        "partij_naam": "" if partij == ALLES else names_of([partij]).get(partij, ""),
        "alles": ALLES,
    }


def _trace(request: HttpRequest, gezicht: Gezicht, handeling: str) -> None:
    blik = gezicht.blik
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{gezicht.jaar} {blik.kwartaal} {blik.regio} {blik.partij}"[:100],
        doel=DOEL_CIJFERS,
    )
