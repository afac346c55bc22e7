"""The messages behind one row of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from paraplu.monitor.bewijs import Berichtregel, zoek_rij
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import is_partij, mag

from ..blik import Blik, read_blik
from ..lijst import REGELS_PER_PAGINA, make_lijst, read_pagina

DOEL = "monitoring en contractgesprek"


@require_GET
@transaction.atomic
def berichten(request: HttpRequest, code: str, merk: str) -> HttpResponse:
    """Which messages made this row, which were replaced, withdrawn or refused, and why.

    The row is looked up in the reader's own list; of the messages the reader sees those of which
    the own organisation is a party, of the others how many there are.
    """
    blik = read_blik(request, code)
    if not mag(request.user, "bewijs_berichten", blik.filters):
        raise Http404
    rij = find_rij(request, blik, merk)
    if rij is None:
        raise Http404
    alle = blik.cijfers.monitor.berichten_achter(
        code, rij, variant=blik.variant, periode=blik.keuze.periode
    )
    eigen = [bericht for bericht in alle if is_partij(request.user, bericht.partijen)]
    write_spoor(
        gebruiker=request.user,
        handeling="berichten achter regel",
        voorwerp=f"{code} {blik.keuze.periode.naam} regel {merk}: {len(eigen)} berichten",
        doel=DOEL,
    )
    return render(
        request,
        "inzage/berichten.html",
        {
            "blik": blik,
            "keuze": blik.keuze,
            "indicator": blik.indicator,
            "velden": list_velden(blik, rij),
            "bewijs_adres": blik.adres("bewijs", code),
            "lijst_adres": blik.adres("lijst", code, **_terug(request)),
            "berichten": list_regels(blik, eigen),
            "anderen": len({b.bericht for b in alle} - {b.bericht for b in eigen}),
            "mag_levering": mag(request.user, "levering"),
        },
    )


def list_velden(blik: Blik, rij: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The row itself, each column with its name."""
    lijst = make_lijst([dict(rij)], blik.cijfers.namen())
    return list(zip(lijst.kolommen, lijst.regels[0], strict=True))


def _terug(request: HttpRequest) -> dict[str, str | None]:
    """What chose the list that the reader came from."""
    return {naam: request.GET.get(naam) for naam in ("reden", "maat", "pagina")}


def find_rij(request: HttpRequest, blik: Blik, merk: str) -> Mapping[str, Any] | None:
    """The row with this mark on the page of the list that the reader came from."""
    reden = request.GET.get("reden") or None
    rijen = blik.cijfers.monitor.lijst(
        blik.indicator.code,
        **blik.vraag,
        reden=reden,
        maat=request.GET.get("maat") or None,
        hoogstens=REGELS_PER_PAGINA,
        vanaf=(read_pagina(request) - 1) * REGELS_PER_PAGINA,
    )
    return zoek_rij(rijen, merk)


def list_regels(blik: Blik, berichten_: list[Berichtregel]) -> list[tuple[Berichtregel, str, str]]:
    """Each message with the names of sender and receiver."""
    naam = blik.cijfers.monitor.namen().partij
    return [(b, naam(b.afzender), naam(b.ontvanger)) for b in berichten_]
