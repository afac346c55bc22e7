"""The product book on a day, one product through time, and a sheet of tariffs brought or taken."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from paraplu.afspraken.blad import Bladfout, BladNotReadable
from paraplu.inzage.uitvoer import Waarmerk

from .. import queries
from ..actions import productboek as acts
from ..blad import KOLOMMEN, REGELS, Tariefregel, read_regels, read_tekst
from ..bladuit import XLSX, write_productboek
from ..forms.afspraken import BladVorm
from ..fouten import ContractFout
from ..models import Indexatie, Overeenkomst, Product, Tarief
from ..rechten import BEHEERDERS
from ..rekenen.tarief import BUITEN_TARIEF, IN_TARIEF
from .tonen import DOEL, trace

TOON = 50


@require_GET
def productboek(request: HttpRequest) -> HttpResponse:
    """Every product with its tariff on a day, and why."""
    op = _read_dag(request)
    return render(
        request,
        "contract/productboek.html",
        {
            "op": op,
            "rijen": queries.list_tarieven(op=op),
            "indexaties": Indexatie.objects.all(),
            "in_tarief": IN_TARIEF.values(),
            "buiten_tarief": BUITEN_TARIEF.values(),
            "overeenkomst": Overeenkomst.objects.first(),
            "mag_beheren": request.user.soort in BEHEERDERS,
        },
    )


def _read_dag(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.GET.get("op", ""))
    except ValueError:
        return localdate()


@require_GET
def product(request: HttpRequest, code: str) -> HttpResponse:
    """One product: its tariff on a day with each step, and all its tariffs."""
    gevonden = get_object_or_404(Product.objects.prefetch_related("tarieven__delen"), code=code)
    op = _read_dag(request)
    antwoord = queries.tarief_on(gevonden, op=op)
    return render(
        request,
        "contract/product.html",
        {
            "product": gevonden,
            "op": op,
            "antwoord": antwoord,
            "delen": _list_delen(antwoord.tarief),
            "tarieven": gevonden.tarieven.all(),
        },
    )


def _list_delen(tarief: Any) -> list[tuple[str, Any]]:
    if not isinstance(tarief, Tarief):
        return []
    return [(IN_TARIEF[deel.deel], deel.bedrag) for deel in tarief.delen.all()]


@require_http_methods(["GET", "POST"])
def productboek_inlezen(request: HttpRequest) -> HttpResponse:
    """A sheet: look what is in it, or take it. Its faults are shown all together."""
    form = BladVorm(request.POST or None, request.FILES or None)
    fouten: tuple[Bladfout, ...] = ()
    regels: list[Tariefregel] = []
    if request.method == "POST" and form.is_valid():
        bestand = form.cleaned_data["bestand"]
        try:
            tekst = read_tekst(bestand.read(), bestand=bestand.name)
            regels = read_regels(tekst, bestand=bestand.name)
            if request.POST.get("doe") == "neem":
                return _take(request, regels)
        except BladNotReadable as fout:
            fouten = fout.fouten
        except ContractFout as fout:
            form.add_error("bestand", str(fout))
    context = {
        "form": form,
        "fouten": fouten[:TOON],
        "aantal_fouten": len(fouten),
        "regels": regels[:TOON],
        "aantal": len(regels),
        "kolommen": KOLOMMEN,
        "eisen": REGELS,
    }
    status = 422 if form.errors or fouten else 200
    return render(request, "contract/productboek_inlezen.html", context, status=status)


@transaction.atomic
def _take(request: HttpRequest, regels: list[Tariefregel]) -> HttpResponse:
    nieuw = acts.take_blad(regels=regels, by=request.user, on=localdate())
    trace(request, "productboek inlezen", f"{len(regels)} regels")
    tekst = ngettext("%(n)s tarief is toegevoegd.", "%(n)s tarieven zijn toegevoegd.", nieuw)
    messages.success(request, tekst % {"n": nieuw} if nieuw else _("Dit stond er al zo."))
    return redirect("productboek")


@require_GET
@transaction.atomic
def productboek_uit(request: HttpRequest) -> HttpResponse:
    """All tariffs as a workbook, with the columns that can be brought in again."""
    waarmerk = Waarmerk.van(request.user, wanneer=now(), doel=DOEL)
    inhoud = write_productboek(Product.objects.prefetch_related("tarieven__delen"), waarmerk.zin)
    trace(request, "productboek meenemen")
    antwoord = HttpResponse(inhoud, content_type=XLSX)
    antwoord["Content-Disposition"] = 'attachment; filename="paraplu-productboek.xlsx"'
    return antwoord
