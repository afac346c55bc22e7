"""The receipt of one figure."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from paraplu.afspraken import lezingen, vereisten
from paraplu.monitor.bewijs import Bewijs
from paraplu.monitor.kwaliteit import Raakvlak
from paraplu.monitor.verbergen import Verborgen
from paraplu.web.getallen import toon
from paraplu.web.rechten import mag

from .. import queries
from ..actions.rekenen import ask_rekenen
from ..blik import Blik, read_blik

#: Deliveries on the page, the newest; the command line has them all.
LEVERINGEN_HOOGSTENS = 100


@require_GET
def bewijs(request: HttpRequest, code: str) -> HttpResponse:
    """By which definition, from which rows, deliveries and code; and what could move it."""
    blik = read_blik(request, code)
    klaar = blik.cijfers.monitor.is_klaar(bevindingen=True)
    gemaakt = blik.cijfers.monitor.bewijs(
        code, **blik.vraag, kijk=blik.cijfers.kijk, raakvlakken=klaar
    )
    if not klaar:
        ask_rekenen(blik.keuze.bekend_op)
    mag_regels = mag(request.user, "lijst", blik.filters)
    return render(
        request,
        "inzage/bewijs.html",
        {
            "blik": blik,
            "keuze": blik.keuze,
            "indicator": blik.indicator,
            "bewijs": gemaakt,
            "vaststelling": queries.vaststelling_van(code, gemaakt.definitie.versie),
            "vereisten": list_vereisten(gemaakt),
            "lezingen": list_lezingen(gemaakt),
            "maten": list_maten(blik, gemaakt, mag_regels=mag_regels),
            "afgevallen": list_afgevallen(blik, gemaakt, mag_regels=mag_regels),
            "lijst_adres": blik.adres("lijst", code) if mag_regels else "",
            "leveringen": list_leveringen(request, gemaakt),
            "tabellen": sorted(gemaakt.gegevens.tabellen.items()),
            "raakvlakken": list_raakvlakken(blik, gemaakt),
            "bevindingen_klaar": klaar,
            "opdracht": write_opdracht(blik),
        },
    )


def list_vereisten(gemaakt: Bewijs) -> list[tuple[str, str]]:
    """The requirements this value rests on, in our own words."""
    bekend = vereisten.vereisten()
    return [(nr, bekend[nr].tekst if nr in bekend else "") for nr in gemaakt.definitie.vereisten]


def list_lezingen(gemaakt: Bewijs) -> list[tuple[str, str]]:
    """How we read the agreement, each in a sentence."""
    gevonden = [(nummer, lezingen.lezing(nummer)) for nummer in gemaakt.definitie.lezingen]
    return [(nummer, f"{lezing.titel}. {lezing.keuze}") for nummer, lezing in gevonden]


def list_maten(blik: Blik, gemaakt: Bewijs, *, mag_regels: bool) -> list[tuple[Any, str]]:
    """The measures, each with the way to the rows that it takes."""
    code = blik.indicator.code
    return [
        (maat, blik.adres("lijst", code, maat=maat.sleutel) if mag_regels and maat.regels else "")
        if not isinstance(maat.regels, Verborgen)
        else (maat, "")
        for maat in gemaakt.maten
    ]


def list_afgevallen(blik: Blik, gemaakt: Bewijs, *, mag_regels: bool) -> list[tuple[str, Any, str]]:
    """Why candidates fell off, how many, and the way to those rows."""
    return [
        (reden, aantal, blik.adres("lijst", blik.indicator.code, reden=reden) if mag_regels else "")
        for reden, aantal in gemaakt.afgevallen
    ]


def list_leveringen(request: HttpRequest, gemaakt: Bewijs) -> list[tuple[Any, bool]]:
    """The newest deliveries, and whether this user may open a delivery at all."""
    if gemaakt.herkomst is None:
        return []
    nieuwste = gemaakt.herkomst.leveringen[::-1][:LEVERINGEN_HOOGSTENS]
    return [(deel, mag(request.user, "levering")) for deel in nieuwste]


def list_raakvlakken(blik: Blik, gemaakt: Bewijs) -> list[tuple[Raakvlak, list[str]]]:
    """Findings that touch the figure, each with how far it can move the first measure."""
    maat = blik.indicator.maten[0]
    gevonden = []
    for raakvlak in gemaakt.raakvlakken or ():
        omlaag, omhoog = (k.get(maat.sleutel) for k in (raakvlak.omlaag, raakvlak.omhoog))
        zinnen = []
        if omlaag:
            kant = _("omlaag: %(n)s") if omlaag > 0 else _("omhoog: %(n)s")
            zinnen.append(kant % {"n": toon(abs(omlaag), maat.eenheid)})
        if omhoog:
            kant = _("omhoog: %(n)s") if omhoog > 0 else _("omlaag: %(n)s")
            zinnen.append(kant % {"n": toon(abs(omhoog), maat.eenheid)})
        gevonden.append((raakvlak, zinnen))
    return gevonden


def write_opdracht(blik: Blik) -> str:
    """The command that gives the same receipt on the own machine."""
    soort = blik.keuze.periode.soort
    delen = ["bin/paraplu bewijs", blik.indicator.code, f"--{soort} {blik.keuze.periode.naam}"]
    delen += [
        f"--{naam.replace('_', '-')} {w}"
        for naam, w in blik.filters.items()
        if naam != "gelderland"
    ]
    if blik.variant != blik.indicator.varianten[0]:
        delen.append(f"--variant {blik.variant}")
    if blik.keuze.bekend_op:
        delen.append(f"--bekend-op {blik.keuze.bekend_op:%Y-%m-%d}")
    return " ".join(delen)
