"""Where the agreements stand: all eleven, one with its parties, one party, and the receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.afspraken.lezingen import lezing
from paraplu.afspraken.resultaatafspraken import Resultaatafspraak, resultaatafspraken
from paraplu.inzage.gebied import GELDERLAND, Gebied
from paraplu.web.getallen import Getal
from paraplu.web.rechten import mag

from .. import queries, woorden
from ..stand import Stand, Status
from .keuze import Blik, choose_partij, read_afspraak, read_blik


@dataclass(frozen=True)
class Regel:
    """One stand as a page shows it."""

    stand: Stand
    naam: str
    adres: str
    cijfer: Getal
    grens: Getal
    norm: str
    merk: woorden.Merk


def make_regel(stand: Stand, blik: Blik, *, naam: str, adres: str) -> Regel:
    """A stand with its words and where it leads."""
    return Regel(
        stand=stand,
        naam=naam,
        adres=adres,
        cijfer=woorden.write(stand.cijfer, stand.eenheid),
        grens=woorden.write(stand.grens, stand.eenheid),
        norm=woorden.write_norm(stand.afspraak, stand.verandering),
        merk=woorden.make_merk(stand.status),
    )


def _of_partij(blik: Blik, partij: Gebied) -> list[Regel]:
    """Every agreement with a figure for this party."""
    return [
        make_regel(
            stand,
            blik,
            naam=stand.afspraak.naam,
            adres=blik.adres("resultaat", stand.afspraak.code, partij=partij.sleutel),
        )
        for stand in blik.read(queries.afspraken_of(partij), [partij], kort=True)
    ]


def count_statussen(regels: Sequence[Regel]) -> list[tuple[woorden.Merk, int]]:
    """How many of each status, those that occur."""
    aantallen = {status: sum(r.stand.status == status for r in regels) for status in Status}
    return [(woorden.make_merk(status), aantal) for status, aantal in aantallen.items() if aantal]


@require_GET
def resultaten(request: HttpRequest) -> HttpResponse:
    """All eleven of the whole province: in colour, in words, and what is not known yet."""
    blik = read_blik(request)
    regels = _of_partij(blik, GELDERLAND)
    return render(
        request,
        "resultaten/alle.html",
        blik.context(
            "resultaten",
            regels=regels,
            telling=count_statussen(regels),
            partijen=list_partijen(blik),
            eigen=_own_page(blik),
            uitvoer=blik.adres("resultaten_uitvoer"),
        ),
    )


def _own_page(blik: Blik) -> tuple[str, str] | None:
    """Name and address of the page of the reader's own organisation."""
    eigen = blik.eigen
    if eigen is None or not eigen.soort or not queries.afspraken_of(eigen):
        return None
    return eigen.naam, blik.adres_partij(eigen)


def list_partijen(blik: Blik) -> list[tuple[str, str]]:
    """Name and address of each party with a page of its own: GI's and regions."""
    gevonden: dict[str, tuple[str, str]] = {}
    for afspraak in resultaatafspraken():
        for partij in queries.list_partijen(afspraak, blik.cijfers):
            if partij.soort:
                gevonden[partij.sleutel] = (partij.naam, blik.adres_partij(partij))
    return list(gevonden.values())


@require_GET
def resultaat_partij(request: HttpRequest, sleutel: str) -> HttpResponse:
    """One party: where it stands on each agreement that has a figure for it, and what it owes."""
    blik = read_blik(request, sleutel)
    regels = _of_partij(blik, blik.partij)
    return render(
        request,
        "resultaten/partij.html",
        blik.context(
            "resultaat_partij",
            sleutel,
            partij=blik.partij,
            regels=regels,
            telling=count_statussen(regels),
            plichten=[
                (afspraak, gevraagd)
                for afspraak in resultaatafspraken()
                if (gevraagd := afspraak.vragen_aan(blik.partij.soort))
            ],
            uitvoer=blik.adres("resultaten_uitvoer", partij=blik.partij.sleutel),
        ),
    )


@require_GET
def resultaat(request: HttpRequest, code: str) -> HttpResponse:
    """One agreement: figure, path, both sides' duties, the parties beside each other."""
    blik, afspraak = read_blik(request), read_afspraak(code)
    partij = choose_partij(blik, afspraak)
    [stand] = blik.read([afspraak], [partij], breed=True)
    grafiek, namen = woorden.draw(stand)
    return render(
        request,
        "resultaten/afspraak.html",
        blik.context(
            "resultaat",
            code,
            afspraak=afspraak,
            partij=partij,
            partij_naam=woorden.name_partij(partij),
            hoofd=make_regel(stand, blik, naam=partij.naam, adres=""),
            grafiek=grafiek,
            verloop={"namen": namen},
            padregels=woorden.make_padregels(stand),
            onderdelen=[(d, woorden.write(d.waarde, d.eenheid)) for d in stand.onderdelen],
            naast=_list_naast(blik, afspraak),
            tuinen=_list_tuinen(blik, afspraak),
            plichten=woorden.group_plichten(afspraak.plichten),
            voorwaarden=woorden.group_plichten(afspraak.voorwaarden),
            nulmeting=woorden.write_nulmeting(afspraak.nulmeting, afspraak.eenheid),
            lezingen=[lezing(nummer) for nummer in afspraak.lezingen],
            mag_nakoming=mag(request.user, "nakoming"),
            is_register=code == "RA9" and mag(request.user, "uitzonderingen", _code(request)),
            uitvoer=blik.adres("resultaten_uitvoer", afspraak=code, partij=partij.sleutel),
        ),
    )


def _code(request: HttpRequest) -> str:
    return str(request.user.organisatie_code)


def _list_naast(blik: Blik, afspraak: Resultaatafspraak) -> list[Regel]:
    """The parties beside each other."""
    return [
        make_regel(
            stand,
            blik,
            naam=woorden.name_partij(stand.partij),
            adres=blik.adres("resultaat", afspraak.code, partij=stand.partij.sleutel),
        )
        for stand in blik.read([afspraak], queries.list_partijen(afspraak, blik.cijfers), kort=True)
    ]


def _list_tuinen(blik: Blik, afspraak: Resultaatafspraak) -> list[Regel]:
    """The gemeenten with a garden, for the agreement that names them (R54)."""
    if afspraak.code != "RA7":
        return []
    gemeenten = queries.list_tuingemeenten(blik.jaar)
    return [
        make_regel(
            stand,
            blik,
            naam=stand.partij.naam,
            adres=blik.adres("resultaat", "RA7", partij=stand.partij.sleutel),
        )
        for stand in blik.read([afspraak], gemeenten, kort=True)
    ]


@require_GET
def resultaat_bewijs(request: HttpRequest, code: str) -> HttpResponse:
    """The receipt of a figure that rests on what people reported, not on messages."""
    blik, afspraak = read_blik(request), read_afspraak(code)
    partij = blik.partij
    if partij.soort not in afspraak.partijen:
        raise Http404
    [stand] = blik.read([afspraak], [partij], breed=True)
    return render(
        request,
        "resultaten/bewijs.html",
        blik.context(
            "resultaat_bewijs",
            code,
            afspraak=afspraak,
            partij_naam=woorden.name_partij(partij),
            naar_afspraak=blik.adres("resultaat", code, partij=partij.sleutel),
            hoofd=make_regel(stand, blik, naam=partij.naam, adres=""),
            onderdelen=[(d, woorden.write(d.waarde, d.eenheid)) for d in stand.onderdelen],
            bekend=blik.op or localdate(),
        ),
    )
