"""The request and its papers: only for who was sent it, or has the case in hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from paraplu.casussen import queries as werk
from paraplu.casussen.actions import register_gebeurtenis
from paraplu.casussen.models import Casus, Document
from paraplu.casussen.panelen import Paneel
from paraplu.casussen.views.stap import DOEL, who
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from .. import queries
from ..actions.verzoek import read_bijlage
from ..models import Bijlage
from ..stukken.verzoek import list_secties, make_stuk


def _read(request: HttpRequest, pk: int) -> Document:
    """The request, when this user may read what is in it; else 404."""
    casus = get_object_or_404(werk.casussen_for(request.user), documenten__pk=pk)
    stukken = werk.documenten_for(request.user, casus, op=localdate())
    stuk = get_object_or_404(
        stukken.select_related("casus__gezin", "casus__houder__organisatie", "door__organisatie"),
        pk=pk,
        soort=queries.SOORT,
    )
    if not werk.sees_deel_2(request.user, stuk, op=localdate()):
        raise Http404
    return stuk


def _trace(request: HttpRequest, casus: Casus, voorwerp: str, handeling: str) -> None:
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{casus.nummer} {voorwerp}",
        doel=werk.purpose_in(request.user, casus) or DOEL,
        gezin=casus.gezin.nummer,
        namens=str(werk.acting_as(request.user, casus, op=localdate()) or ""),
    )


@require_GET
@transaction.atomic
def tafelverzoek(request: HttpRequest, pk: int) -> HttpResponse:
    """One version of the request, with its papers and who got it."""
    stuk = _read(request, pk)
    _trace(request, stuk.casus, f"{stuk.soort} {stuk.versie}", "document bekijken")
    return render(
        request,
        "tafel/verzoek_stuk.html",
        {
            "document": stuk,
            "casus": stuk.casus,
            "secties": list_secties(stuk),
            "bijlagen": queries.bijlagen_of(stuk.casus.tafelverzoek),
            "afschriften": stuk.afschriften.select_related("organisatie", "door"),
        },
    )


@require_GET
@transaction.atomic
def tafelverzoek_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The request on paper; the name of the file says nothing of whom it is about."""
    stuk = _read(request, pk)
    _trace(request, stuk.casus, f"{stuk.soort} {stuk.versie}", "document downloaden")
    return _pdf(maak_pdf(make_stuk(stuk)), f"verzoek-{stuk.casus.nummer}-v{stuk.versie}.pdf")


@require_GET
@transaction.atomic
def tafelbijlage(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper that came with the request: for who may read the request, and who is writing it."""
    bijlage = get_object_or_404(
        Bijlage.objects.select_related("verzoek__casus__gezin"),
        pk=pk,
        verzoek__casus__in=werk.casussen_for(request.user),
    )
    casus = bijlage.verzoek.casus
    document = queries.document_of(casus)
    houdt = casus.houder_id in werk.people_of(request.user, op=localdate())
    if not houdt and not (document and werk.sees_deel_2(request.user, document, op=localdate())):
        raise Http404
    _trace(request, casus, f"bijlage {bijlage.soort}", "bijlage downloaden")
    return _pdf(read_bijlage(bijlage), f"{bijlage.soort}-{casus.nummer}.pdf")


def _pdf(inhoud: bytes, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


@require_POST
@transaction.atomic
def tafel_voorbereid(request: HttpRequest, pk: int) -> HttpResponse:
    """The writer says that the family is prepared for the talk (R271)."""
    casus = get_object_or_404(werk.casussen_for(request.user), pk=pk, route_sleutel=queries.ROUTE)
    if casus.houder_id not in werk.people_of(request.user, op=localdate()):
        messages.warning(request, _("Dit doet de aanmelder. Er is niets gewijzigd."))
        return redirect(casus)
    if not queries.is_prepared(casus):
        register_gebeurtenis(casus=casus, soort=queries.VOORBEREID, by=who(request), on=localdate())
    _trace(request, casus, "gezin voorbereid", "voorbereiding vastleggen")
    messages.success(request, _("Vastgelegd: het gezin is voorbereid."))
    return redirect(casus)


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """On the page of the case: the request, the talk, and whether the family is prepared."""
    if casus.route_sleutel != queries.ROUTE:
        return None
    vandaag = localdate()
    verzoek = queries.verzoek_of(casus)
    if verzoek is None:
        return None
    documenten = werk.documenten_for(request.user, casus, op=vandaag).filter(soort=queries.SOORT)
    zitting = queries.zitting_of(casus)
    houdt = casus.houder_id in werk.people_of(request.user, op=vandaag)
    return {
        "casus": casus,
        "verzoek": verzoek,
        "folder": verzoek.tafel.folders.get(casus.gezin.gemeente, ""),
        "documenten": [d for d in documenten if werk.sees_deel_2(request.user, d, op=vandaag)],
        "zitting": zitting,
        "geheel": werk.sees_gezin(request.user, casus, op=vandaag),
        "voorbereid": queries.is_prepared(casus),
        "mag_voorbereiden": bool(houdt and zitting and casus.is_open),
    }


PANEEL = Paneel(template="tafel/verzoek_paneel.html", context=show_paneel)
