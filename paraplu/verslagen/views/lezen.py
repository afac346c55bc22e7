"""Find a report, read it, take a copy, and see which figures are others today."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.kijker import kijk_van
from paraplu.web.actions import write_spoor
from paraplu.web.rechten import mag

from .. import actions, queries
from ..bewaren import BestandWeg
from ..herhalen import compare_with_now
from ..maken import FORMATEN
from ..models import Rapport
from ..opzet import Kring, OpzetKanNiet, Soort
from ..verschillen import list_regels
from ..weergave.html import make_csp

PER_BLADZIJDE = 25
TYPEN = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}
#: Differences that the page names; a report that is made anew has them all.
GETOOND = 100


def find(request: HttpRequest, pk: int) -> Rapport:
    """A report that this user may see, else 404."""
    return get_object_or_404(queries.rapporten_for(request.user), pk=pk)


@require_GET
def verslagen(request: HttpRequest) -> HttpResponse:
    """The reports of the own organisation and of the user's circle."""
    keuze = {naam: request.GET.get(naam, "") for naam in ("gebied", "soort", "jaar")}
    alle = queries.list_for(request.user)
    bladen = Paginator(queries.list_for(request.user, **keuze), PER_BLADZIJDE)
    return render(
        request,
        "verslagen/lijst.html",
        {
            "bladzijde": bladen.get_page(request.GET.get("bladzijde")),
            "keuze": keuze,
            "soorten": Soort.choices,
            "gebieden": sorted({(r.gebied.sleutel or "gelderland", r.gebied_naam) for r in alle},
                               key=lambda paar: paar[1]),
            "jaren": sorted({r.periode[:4] for r in alle}, reverse=True),
            "aanvragen": queries.open_aanvragen(request.user),
            "mag_maken": mag(request.user, "verslag_maken"),
        },
    )  # fmt: skip


@require_GET
def verslag(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: what it says first, its files, its versions, how it can be proved."""
    rapport = find(request, pk)
    versies = queries.versies_of(request.user, rapport)
    return render(
        request,
        "verslagen/verslag.html",
        {
            "rapport": rapport,
            "kern": rapport.inhoud["kern"],
            "titel": rapport.inhoud["titel"],
            "versies": versies,
            "geldend": queries.geldende_versie(versies),
            "mag_publiceren": not rapport.is_gepubliceerd
            and mag(request.user, "verslag_publiceren", rapport),
            "is_eigen_kring": rapport.kring == Kring.EIGEN,
        },
    )


@require_GET
def verslag_lezen(request: HttpRequest, pk: int) -> HttpResponse:
    """The report in the browser: the same file, that may load nothing."""
    antwoord = _copy(request, find(request, pk), "html")
    antwoord["Content-Security-Policy"] = make_csp()
    return antwoord


@require_GET
def verslag_bestand(request: HttpRequest, pk: int, formaat: str) -> HttpResponse:
    """A copy to keep, with who took it and when."""
    if formaat not in FORMATEN:
        raise Http404
    rapport = find(request, pk)
    antwoord = _copy(request, rapport, formaat)
    naam = f"paraplu-{rapport.nummer}-{rapport.soort}-{rapport.periode}.{formaat}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _copy(request: HttpRequest, rapport: Rapport, formaat: str) -> HttpResponse:
    try:
        kopie = actions.take_copy(
            rapport=rapport, formaat=formaat, by=request.user, nu=timezone.now()
        )
    except BestandWeg as fout:
        return render(
            request, "verslagen/weg.html", {"rapport": rapport, "fout": str(fout)}, status=409
        )
    return HttpResponse(kopie, content_type=TYPEN[formaat])


@require_GET
@transaction.atomic
def verslag_nu(request: HttpRequest, pk: int) -> HttpResponse:
    """Which figures of this report are others today, after later deliveries and corrections."""
    rapport = find(request, pk)
    context: dict[str, Any] = {"rapport": rapport, "titel": rapport.inhoud["titel"]}
    try:
        verschillen = compare_with_now(rapport, op=timezone.localdate())
    except OpzetKanNiet as fout:
        return render(request, "verslagen/nu.html", {**context, "fout": str(fout)})
    bekend = rapport.bekend_op or rapport.laatste_levering
    cijfers = Cijfers(kijk=kijk_van(request.user, op=timezone.localdate()))
    regels = list_regels(
        verschillen,
        indicatoren=cijfers.indicatoren,
        namen=cijfers.namen(),
        bekend_op=bekend.isoformat() if bekend else "",
    )
    write_spoor(
        gebruiker=request.user,
        handeling="verslag naast nu",
        voorwerp=rapport.nummer,
        doel=actions.DOEL,
    )
    return render(
        request,
        "verslagen/nu.html",
        {
            **context,
            "regels": regels[:GETOOND],
            "aantal": len(regels),
            "afgekapt": len(regels) > GETOOND,
        },
    )
