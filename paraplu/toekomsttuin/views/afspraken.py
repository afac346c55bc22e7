"""Money and consent: what a garden costs and who pays, and who agrees with which document."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from .. import queries
from ..models import Begrotingsregel, Instemming, Startdocument
from .toegang import read_tuin, trace_tuin


@require_GET
@transaction.atomic
def tuin_begroting(request: HttpRequest, pk: int) -> HttpResponse:
    """Lines of costs per year, with the source of the money (R51, R259)."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, tuin, "begroting van de tuin bekijken")
    regels = list(tuin.begroting.all())
    return render(
        request,
        "toekomsttuin/begroting.html",
        {
            "tuin": tuin,
            "jaren": _per_jaar([regel for regel in regels if not regel.vervallen_op]),
            "vervallen": [regel for regel in regels if regel.vervallen_op],
            "mag_beheren": queries.may_manage(request.user, tuin, op=vandaag),
        },
    )


def _per_jaar(regels: list[Begrotingsregel]) -> list[dict[str, Any]]:
    """Per year its lines, their sum, and how much each source pays."""
    jaren = []
    for jaar in sorted({regel.jaar for regel in regels}):
        van = [regel for regel in regels if regel.jaar == jaar]
        bronnen: dict[str, Decimal] = {}
        for regel in van:
            naam = regel.get_bron_display()
            bronnen[naam] = bronnen.get(naam, Decimal(0)) + regel.bedrag
        jaren.append(
            {
                "jaar": str(jaar),
                "regels": van,
                "som": sum((regel.bedrag for regel in van), Decimal(0)),
                "bronnen": sorted(bronnen.items()),
            }
        )
    return jaren


@require_GET
@transaction.atomic
def tuin_instemming(request: HttpRequest, pk: int) -> HttpResponse:
    """Per document what each partner said last, with text and day (R244)."""
    tuin, vandaag = read_tuin(request, pk), localdate()
    trace_tuin(request, tuin, "instemming bekijken")
    documenten = tuin.documenten.prefetch_related("oordelen__organisatie")
    return render(
        request,
        "toekomsttuin/instemming.html",
        {
            "tuin": tuin,
            "documenten": [(document, *_split(document)) for document in documenten],
            "mag_schrijven": queries.may_write(request.user, tuin, op=vandaag),
        },
    )


def _split(document: Startdocument) -> tuple[list[Instemming], list[Instemming]]:
    """The last word of each partner, and what was said before."""
    alle = list(document.oordelen.all())
    laatste = {rij.organisatie_id: rij for rij in alle}
    nu = sorted(laatste.values(), key=lambda rij: rij.organisatie.naam)
    return nu, [rij for rij in alle if rij not in nu]
