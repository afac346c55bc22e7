"""What is read: the report of a hand-over, and the part of this room on the page of a case."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.casussen import queries as werk
from paraplu.casussen.einde import ROUTE, list_toetsen
from paraplu.casussen.models import Casus
from paraplu.web.actions import write_spoor

from .. import queries
from ..models import Opvolging
from ..verslag import list_afspraken, list_dagen, list_paren

DOEL = "overdragen van een gezin"


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The measures that end, who takes over, the reports, and whether the family is in sight."""
    op = localdate()
    if casus.route_sleutel != ROUTE or not werk.sees_gezin(request.user, casus, op=op):
        return None
    eindes = list(queries.eindes_of(casus))
    gevolgd = casus.gebeurtenissen.filter(soort="gezin_gevolgd").last()
    return {
        "voornemen": getattr(casus, "voornemen", None),
        "eindes": eindes,
        "toetsen": [t for einde in eindes for t in list_toetsen(einde.maatregel, on=op)],
        "overnemer": queries.overnemer_of(casus),
        "gesprekken": queries.gesprekken_of(casus),
        "gevolgd": gevolgd,
        "hulp": dict(Opvolging.Hulp.choices).get(gevolgd.gegevens["hulp"]) if gevolgd else "",
        "opvolgingen": casus.opvolgingen.select_related("door")
        if queries.sees_opvolging(request.user, casus, op=op)
        else (),
    }


@require_GET
@transaction.atomic
def overdrachtsverslag(request: HttpRequest, pk: int) -> HttpResponse:
    """What was agreed when the family was handed over, for both sides."""
    op = localdate()
    document = get_object_or_404(queries.verslagen_for(request.user, op=op), pk=pk)
    casus = document.casus
    if not werk.documenten_for(request.user, casus, op=op).filter(pk=pk).exists():
        raise Http404
    write_spoor(
        gebruiker=request.user,
        handeling="verslag van overdracht bekijken",
        voorwerp=casus.nummer,
        doel=werk.purpose_in(request.user, casus) or DOEL,
        gezin=casus.gezin.nummer,
        namens=str(werk.acting_as(request.user, casus, op=op) or ""),
    )
    met_deel_2 = werk.sees_deel_2(request.user, document, op=op)
    return render(
        request,
        "overdracht/verslag.html",
        {
            "document": document,
            "casus": casus,
            "paren": list_paren(document),
            "afspraken": list_afspraken(document),
            "dagen": list_dagen(document),
            "aanwezigen": queries.read_aanwezigen(document) if met_deel_2 else "",
            "afschriften": werk.afschriften_for(request.user, casus, op=op)
            .filter(document=document)
            .select_related("organisatie", "door"),
        },
    )
