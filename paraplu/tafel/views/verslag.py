"""The report: made from what was fixed, sent, read, and reacted to."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.casussen.panelen import Paneel
from paraplu.casussen.stapvormen import StapVorm
from paraplu.casussen.views.stap import DOEL, who
from paraplu.casussen.views.uitvoeren import carry_out, choose, run
from paraplu.web.actions import write_spoor
from paraplu.web.papier.pdf import maak_pdf

from .. import uitkomsten
from ..actions import verslagen
from ..forms.verslag import ReactieForm, VerslagForm
from ..stukken import tonen
from ..stukken.verslag import make_verslag


def show_versturen(request: HttpRequest, stap: CasusStap) -> dict[str, Any]:
    """The report as it will be, and to whom it goes."""
    besluit = uitkomsten.besluit_of(stap.casus)
    if besluit is None:
        return {"besluit": None}
    return {
        "besluit": besluit,
        "blokken": tonen.list_blokken(make_verslag(besluit)),
        "verslag_form": VerslagForm(besluit=besluit),
    }


def _send(request: HttpRequest, stap: CasusStap) -> HttpResponse:
    besluit = uitkomsten.besluit_of(stap.casus)
    if besluit is None:
        messages.warning(request, _("Leg eerst het gesprek vast. Er is niets gewijzigd."))
        return redirect(stap)
    form = VerslagForm(request.POST, besluit=besluit)
    return carry_out(
        request,
        stap,
        naam="verslag_form",
        form=form,
        doe=lambda velden: verslagen.send_verslag(
            stap=stap,
            besluit=besluit,
            wegen=form.wegen,
            voor_kind=velden.get("voor_kind", ""),
            by=who(request),
            on=localdate(),
        ),
        gelukt=_("Het verslag is vastgesteld en verstuurd. U ziet op de casus wie het kreeg."),
    )


VERSLAG = StapVorm(
    template="tafel/verslag_versturen.html",
    context=show_versturen,
    handle=choose({"versturen": _send}),
    sluit=frozenset({"verstuurd", "verstuurd_met_evaluatie"}),
)


def _read(request: HttpRequest, pk: int) -> Document:
    """The document, when it was sent to this user or belongs to the own side; else 404."""
    vandaag = localdate()
    casus = get_object_or_404(werk.casussen_for(request.user), documenten__pk=pk)
    document = get_object_or_404(
        werk.documenten_for(request.user, casus, op=vandaag).select_related("casus__gezin", "door"),
        pk=pk,
        soort__in=tonen.NAMEN,
    )
    if not werk.sees_deel_2(request.user, document, op=vandaag):
        raise Http404
    return document


def _trace(request: HttpRequest, document: Document, handeling: str) -> None:
    casus = document.casus
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{casus.nummer} {document.soort} {document.versie}",
        doel=werk.purpose_in(request.user, casus) or DOEL,
        gezin=casus.gezin.nummer,
        namens=str(werk.acting_as(request.user, casus, op=localdate()) or ""),
    )


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafelverslag(request: HttpRequest, pk: int) -> HttpResponse:
    """The fixed document with what was said of it since; a reaction is added, nothing replaced."""
    document = _read(request, pk)
    vandaag = localdate()
    voor_gezin = "voorzitter" in werk.rollen_in(request.user, document.casus, op=vandaag)
    mag = document.soort == verslagen.VERSLAG and not werk.has_noodtoegang(
        request.user, document.casus
    )
    form = ReactieForm(request.POST or None, casus=document.casus, voor_gezin=voor_gezin)
    _trace(request, document, "op verslag reageren" if request.POST else "document bekijken")
    if request.method == "POST" and mag and form.is_valid():

        def doe(velden: dict[str, Any]) -> None:
            verslagen.add_reactie(
                document=document,
                woorden=velden["woorden"],
                persoon=form.persoon,
                by=who(request),
                on=vandaag,
            )

        if run(form, doe) is None:
            messages.success(request, _("De reactie staat bij het verslag."))
            return redirect("tafelverslag", document.pk)
    return render(
        request,
        "tafel/verslag.html",
        {
            "document": document,
            "casus": document.casus,
            "naam": tonen.NAMEN[document.soort],
            "blokken": tonen.list_blokken(tonen.blokken_of(document)),
            "reacties": tonen.list_reacties(document),
            "verzendingen": document.verzendingen.select_related("door"),
            "form": form if mag else None,
        },
        status=422 if form.errors else 200,
    )


@require_GET
@transaction.atomic
def tafelverslag_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper, with the reactions; the file name says nothing of whom it is about."""
    document = _read(request, pk)
    _trace(request, document, "document downloaden")
    antwoord = HttpResponse(maak_pdf(tonen.make_stuk(document)), content_type="application/pdf")
    naam = f"{document.soort}-{document.casus.nummer}-v{document.versie}.pdf"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord["Cache-Control"] = "no-store"
    return antwoord


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """The reports, agreements and requests to the RvdK of a case, as far as this user may read them."""
    vandaag = localdate()
    documenten = werk.documenten_for(request.user, casus, op=vandaag).filter(soort__in=tonen.NAMEN)
    rijen = [
        {"document": een, "naam": tonen.NAMEN[een.soort]}
        for een in documenten.order_by("-id")
        if werk.sees_deel_2(request.user, een, op=vandaag)
    ]
    return {"rijen": rijen} if rijen else None


PANEEL = Paneel(template="tafel/verslag_paneel.html", context=show_paneel)
