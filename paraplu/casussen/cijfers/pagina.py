"""The pages of a book of figures: all measures, one of them with its receipt, and the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.inzage.uitvoer import give_regels
from paraplu.netwerk.models import Organisatie
from paraplu.web.actions import write_spoor

from .. import queries
from . import blad, woorden
from .bereik import Bereik, bereik_of
from .tellen import Blik, Tabel, Verborgen
from .verbergen import ALLES, DREMPEL

#: So far back the choice of years goes.
JAREN = 4
LIJST_HOOGSTENS = 500


@dataclass(frozen=True, kw_only=True)
class Cijferboek:
    """The figures of one room. `route` names its pages: itself, with _csv and with _lijst.

    `tabellen(jaar, op)` gives every measure over all cases of a year; what a reader sees of them,
    the page decides. `verder` are other pages to go to.
    """

    titel: Any
    over: str
    route: str
    bestand: str
    tabellen: Callable[[int, date], dict[str, Tabel]]
    namen: woorden.Namen
    verder: tuple[tuple[str, Any], ...] = ()


def names_of(sleutels: Iterable[str]) -> dict[str, str]:
    """What organisations are called."""
    rijen = Organisatie.objects.filter(sleutel__in=set(sleutels))
    return dict(rijen.values_list("sleutel", "naam"))


@dataclass(frozen=True)
class Gezicht:
    """What a reader looks at: the year, the part of it, and all figures of that year."""

    boek: Cijferboek
    bereik: Bereik
    jaar: int
    blik: Blik
    tabellen: dict[str, Tabel]
    op: date

    def adres(self, soort: str, *args: str, **keuzes: str) -> str:
        """A page with the same choices, or with others in their place."""
        nu = {
            "jaar": str(self.jaar),
            "kwartaal": self.blik.kwartaal,
            "regio": self.blik.regio,
            "partij": self.blik.partij,
        }
        gekozen = {naam: w for naam, w in {**nu, **keuzes}.items() if w not in {ALLES, ""}}
        return f"{reverse(self.boek.route + soort, args=args)}?{urlencode(gekozen)}"


def read_gezicht(request: HttpRequest, boek: Cijferboek) -> Gezicht:
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
    tabellen = boek.tabellen(jaar, vandaag)
    return Gezicht(boek, bereik, jaar, blik, tabellen, vandaag)


def _jaren(vandaag: date) -> list[str]:
    return [str(vandaag.year - terug) for terug in range(JAREN)]


def _known_regio(code: str) -> str:
    return code if code in {regio.code for regio in gebieden.regios()} else ALLES


def _known_partij(sleutel: str) -> str:
    return sleutel if names_of([sleutel]) else ALLES


def show_cijfers(request: HttpRequest, boek: Cijferboek) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    gezicht = read_gezicht(request, boek)
    _trace(request, gezicht, f"cijfers van {boek.over} bekijken")
    return render(
        request,
        "casussen/cijfers.html",
        {
            **_context(gezicht),
            "metingen": [_meting(gezicht, tabel) for tabel in gezicht.tabellen.values()],
            "csv_adres": gezicht.adres("_csv"),
        },
    )


def show_csv(request: HttpRequest, boek: Cijferboek) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    gezicht = read_gezicht(request, boek)
    _trace(request, gezicht, f"cijfers van {boek.over} exporteren")
    return give_regels(
        request.user,
        naam=f"{boek.bestand}-{gezicht.jaar}",
        kop=blad.list_kop(),
        rijen=blad.list_regels(gezicht.tabellen, gezicht.blik, boek.namen),
        doel=_doel(boek),
    )


def show_lijst(request: HttpRequest, boek: Cijferboek, meting: str) -> HttpResponse:
    """One figure: split by quarter, region and party, with the cases that this user may open."""
    gezicht = read_gezicht(request, boek)
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
        "casussen/cijfers_lijst.html",
        {
            **_context(gezicht),
            "meting": tabel.meting,
            "deel": "" if deel == ALLES else boek.namen(meting, deel)[1],
            "deel_sleutel": "" if deel == ALLES else deel,
            "zin": woorden.zin(tabel.meting, cijfer),
            "splitsingen": _splitsingen(gezicht, tabel, deel),
            "afgevallen": woorden.list_afgevallen(tabel, gezicht.blik),
            "rijen": eigen[:LIJST_HOOGSTENS],
            "anderen": None if isinstance(cijfer, Verborgen) else anderen,
            "terug": gezicht.adres(""),
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
        {"rij": rij, "deel": gezicht.boek.namen(tabel.meting.sleutel, rij.deel)[1]}
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
                "_lijst",
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
    delen = woorden.sort_delen(tabel, gezicht.blik, gezicht.boek.namen)
    return {
        "meting": tabel.meting,
        "zin": woorden.zin(tabel.meting, tabel.cijfer(gezicht.blik)),
        "adres": gezicht.adres("_lijst", sleutel),
        "regels": [
            {
                "naam": gezicht.boek.namen(sleutel, deel)[1],
                "adres": gezicht.adres("_lijst", sleutel, deel=deel),
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
        "boek": gezicht.boek,
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
        doel=_doel(gezicht.boek),
    )


def _doel(boek: Cijferboek) -> str:
    return f"leren van {boek.over}"
