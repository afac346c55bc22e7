"""Documents: read and fetched only by who was sent them, and only the part that was sent."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from paraplu.casussen import queries
from paraplu.casussen.models import Casus, Document
from paraplu.casussen.panelen import Paneel
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from ..stukken.papier import make_stuk, name_bestand
from ..stukken.tonen import NAMEN, list_secties, name_document

DOEL = "behandelen van een casus"


def _read(request: HttpRequest, pk: int) -> Document:
    """The document, when it was sent to this user or belongs to the own side; else 404."""
    zichtbaar = queries.casussen_for(request.user)
    casus = get_object_or_404(zichtbaar, documenten__pk=pk)
    documenten = queries.documenten_for(request.user, casus, op=localdate())
    return get_object_or_404(
        documenten.select_related("casus__gi", "casus__gezin", "door"), pk=pk, soort__in=NAMEN
    )


def _trace(request: HttpRequest, document: Document, handeling: str) -> None:
    casus = document.casus
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{casus.nummer} {document.soort} {document.versie}",
        doel=DOEL,
        gezin=casus.gezin.nummer,
        namens=str(queries.acting_as(request.user, casus, op=localdate()) or ""),
    )


@require_GET
@transaction.atomic
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of a document, as far as this user may read it."""
    stuk = _read(request, pk)
    met_deel_2 = queries.sees_deel_2(request.user, stuk, op=localdate())
    _trace(request, stuk, "document bekijken")
    return render(
        request,
        "aanmelden/document.html",
        {
            "document": stuk,
            "casus": stuk.casus,
            "naam": name_document(stuk.soort),
            "secties": list_secties(stuk, met_deel_2=met_deel_2),
            "zonder_deel_2": stuk.persoonsgegevens is not None and not met_deel_2,
            "afschriften": queries.afschriften_for(request.user, stuk.casus, op=localdate())
            .filter(document=stuk)
            .select_related("organisatie", "door"),
        },
    )


@require_GET
@transaction.atomic
def document_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper; the name of the file says nothing of whom it is about."""
    stuk = _read(request, pk)
    met_deel_2 = queries.sees_deel_2(request.user, stuk, op=localdate())
    _trace(request, stuk, "document downloaden")
    antwoord = HttpResponse(
        maak_pdf(make_stuk(stuk, met_deel_2=met_deel_2)), content_type="application/pdf"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="{name_bestand(stuk)}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The documents of a case with their versions, and who was sent what."""
    vandaag = localdate()
    van_ons = queries.documenten_for(request.user, casus, op=vandaag).filter(soort__in=NAMEN)
    documenten = list(van_ons.order_by("id"))
    if not documenten:
        return None
    verzonden: dict[int, list[Any]] = {}
    for rij in queries.afschriften_for(request.user, casus, op=vandaag).select_related(
        "organisatie"
    ):
        verzonden.setdefault(rij.document_id, []).append(rij)
    laatste = {stuk.soort: stuk.pk for stuk in documenten if stuk.ingetrokken_op is None}
    return {
        "rijen": [
            {
                "document": stuk,
                "naam": name_document(stuk.soort),
                "geldt": laatste.get(stuk.soort) == stuk.pk,
                "afschriften": verzonden.get(stuk.pk, []),
            }
            for stuk in reversed(documenten)
        ]
    }


PANEEL = Paneel(template="aanmelden/documenten_paneel.html", context=show_paneel)
