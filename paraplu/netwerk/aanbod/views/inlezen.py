"""A catalogue as a sheet: bring it, see what it would change, and say yes; or take it with you."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken.blad import Bladfout, BladNotReadable
from paraplu.web.models import Gebruiker, Soort

from ...models import Aanbodblad
from .. import actions, queries
from ..blad import Bladregel, Wijziging, read_regels, read_tekst
from ..bladuit import list_rijen, write_csv, write_xlsx
from ..forms import AanbodbladForm
from ..kolommen import KOLOMMEN
from .zoeken import own_place

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOON = 50


@require_http_methods(["GET", "POST"])
def inlezen(request: HttpRequest) -> HttpResponse:
    """A form for a sheet; its faults are shown all together, with line, column and remedy."""
    form = AanbodbladForm(request.POST or None, request.FILES or None)
    fouten: tuple[Bladfout, ...] = ()
    if request.method == "POST" and form.is_valid():
        bestand = form.cleaned_data["bestand"]
        try:
            tekst = read_tekst(bestand.read(), bestand=bestand.name)
            read_for(request.user, tekst, bestand=bestand.name)
        except BladNotReadable as fout:
            fouten = fout.fouten
        else:
            klaar = actions.keep_blad(
                bestand=bestand.name, inhoud=tekst, by=request.user, on=localdate()
            )
            return redirect("aanbod_blad", nummer=klaar.pk)
    context = {
        "form": form,
        "fouten": fouten[:TOON],
        "aantal_fouten": len(fouten),
        "kolommen": KOLOMMEN,
        "koopt_in": bool(own_place(request.user)),
    }
    status = 422 if form.errors or fouten else 200
    return render(request, "netwerk/aanbod_inlezen.html", context, status=status)


def read_for(gebruiker: Gebruiker, tekst: str, *, bestand: str) -> list[Bladregel]:
    """The rows as this user may bring them: who offers only its own, a region of every provider."""
    alleen_koper = gebruiker.soort in {Soort.CONTRACTMANAGER, Soort.REGIO}
    eigen = None if alleen_koper else queries.organisatie_of(gebruiker, on=localdate())
    if eigen is None and not alleen_koper:
        fout = _("Wij weten niet voor welke organisatie u werkt.")
        raise BladNotReadable([Bladfout(bestand, 1, "", fout, _("Vraag het na bij uw beheerder."))])
    return read_regels(tekst, bestand=bestand, eigen=eigen, mag_inkopen=bool(own_place(gebruiker)))


@require_http_methods(["GET", "POST"])
def blad(request: HttpRequest, nummer: UUID) -> HttpResponse:
    """What a sheet would change; with a yes it does."""
    klaargezet = get_object_or_404(queries.bladen_for(request.user), pk=nummer)
    try:
        regels = read_for(request.user, klaargezet.inhoud, bestand=klaargezet.bestand)
    except BladNotReadable:
        messages.warning(request, _("Er is intussen iets veranderd. Breng het blad opnieuw in."))
        return redirect("aanbod_inlezen")
    if request.method == "POST":
        aantal = actions.take_blad(
            klaargezet=klaargezet,
            regels=regels,
            by=request.user,
            on=localdate(),
            **own_place(request.user),
        )
        messages.success(request, tell_taken(aantal))
        return redirect("aanbod")
    return render(request, "netwerk/aanbod_blad.html", show_regels(klaargezet, regels))


def show_regels(klaargezet: Aanbodblad, regels: list[Bladregel]) -> dict[str, Any]:
    """What the page of a sheet needs."""
    aantal = {soort: sum(r.wijziging is soort for r in regels) for soort in Wijziging}
    return {
        "klaargezet": klaargezet,
        "regels": regels[:TOON],
        "meer": max(0, len(regels) - TOON),
        "nieuw": aantal[Wijziging.NIEUW],
        "anders": aantal[Wijziging.ANDERS],
        "gelijk": aantal[Wijziging.GELIJK],
        "inkoop": sum(r.ingekocht is not None for r in regels),
    }


def tell_taken(aantal: int) -> str:
    """What a yes did."""
    if not aantal:
        return _("Er is niets veranderd: dit stond er al zo.")
    return ngettext("%(n)s wijziging is verwerkt.", "%(n)s wijzigingen zijn verwerkt.", aantal) % {
        "n": aantal
    }


@require_GET
def uit(request: HttpRequest) -> HttpResponse:
    """The catalogue of now as CSV or XLSX, with the columns that can be brought in again."""
    on = localdate()
    alle = list(
        queries.voorzieningen_for(request.user, on=on).order_by("aanbieder__naam", "kenmerk")
    )
    plek = own_place(request.user)
    ingekocht: dict[int, bool] = {}
    if plek:
        ingekocht = queries.bought_by(alle, on=on, **plek)
    rijen = list_rijen(alle, ingekocht)
    if request.GET.get("als") == "xlsx":
        antwoord = HttpResponse(write_xlsx(rijen), content_type=XLSX)
        antwoord["Content-Disposition"] = 'attachment; filename="paraplu-hulpaanbod.xlsx"'
        return antwoord
    antwoord = HttpResponse(write_csv(rijen), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="paraplu-hulpaanbod.csv"'
    return antwoord
