"""What the family writes: a reaction, whether agreements are clear, how a child wants to be heard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from .. import actions
from ..forms.gezin import DuidelijkForm, HorenForm, ReactieForm
from ..models import Inbreng
from ..poort import Pagina, voor_lezer
from ..queries import gezin
from . import codeblad, lezen, terug


def met_woorden(pagina: Pagina) -> Pagina:
    """As `voor_lezer`, but words that arrive after the session lapsed are given back, not lost."""
    return voor_lezer(pagina, anders=codeblad.give_back)


@require_POST
@met_woorden
def reactie(request: HttpRequest, soort: str, sleutel: str) -> HttpResponse:
    """Write a reaction to an item; it is added and changes nothing of it (R76)."""
    rij = lezen.read_or_404(request, soort, sleutel)
    if not rij.soort.reageren:
        raise Http404
    form = ReactieForm(request.POST, kind=request.lezer.is_kind)
    if not form.is_valid():
        return lezen.show_stuk(request, rij, reactie=form, status=422)
    actions.write_inbreng(
        request.lezer, soort=Inbreng.Soort.REACTIE, bij=rij, op=now(), **form.cleaned_data
    )
    return _sent(rij)


@require_POST
@met_woorden
def duidelijk(request: HttpRequest, soort: str, sleutel: str) -> HttpResponse:
    """Say whether the agreements are clear (R223)."""
    rij = lezen.read_or_404(request, soort, sleutel)
    if not rij.soort.duidelijk:
        raise Http404
    form = DuidelijkForm(request.POST, kind=request.lezer.is_kind, auto_id="id_d_%s")
    if not form.is_valid():
        return lezen.show_stuk(request, rij, duidelijk=form, status=422)
    actions.write_inbreng(
        request.lezer, soort=Inbreng.Soort.DUIDELIJK, bij=rij, op=now(), **form.cleaned_data
    )
    return _sent(rij)


@require_http_methods(["GET", "POST"])
@met_woorden
def horen(request: HttpRequest) -> HttpResponse:
    """A child says in which way it wants to be heard (R57)."""
    lezer = request.lezer
    if not lezer.is_kind:
        raise Http404
    form = HorenForm(request.POST or None, kind=True)
    if request.method == "POST" and form.is_valid():
        actions.write_inbreng(lezer, soort=Inbreng.Soort.HOREN, op=now(), **form.cleaned_data)
        return redirect(f"{reverse('meelezen_geschreven')}?verstuurd=ja")
    if request.method == "GET":
        actions.note_pagina(lezer, "gehoord worden")
    return _show_horen(request, form, status=422 if form.errors else 200)


@require_POST
@voor_lezer
def delen(request: HttpRequest, pk: int) -> HttpResponse:
    """Share one's own words with the others of the family, or no longer."""
    deelt = request.POST.get("deelt") == "ja"
    if not actions.set_deelt(request.lezer, inbreng=pk, deelt=deelt, op=now()):
        raise Http404
    return redirect("meelezen_geschreven")


def _sent(rij: lezen.Leesstuk) -> HttpResponse:
    """Back to the item, where one's own words stand."""
    adres = reverse("meelezen_stuk", args=[rij.soort.sleutel, rij.stuk.sleutel])
    return redirect(f"{adres}?verstuurd=ja#geschreven")


def _show_horen(
    request: HttpRequest, form: HorenForm, *, status: int = 200, **extra: Any
) -> HttpResponse:
    eerder = [
        lezen.with_woord(rij)
        for rij in gezin.own_inbreng(request.lezer)
        if rij.soort == Inbreng.Soort.HOREN
    ]
    inhoud = {"form": form, "eerder": eerder, **extra}
    return render(request, "meelezen/horen.html", inhoud, status=status)


def _again_reactie(
    request: HttpRequest, wacht: Mapping[str, str], *, soort: str, sleutel: str
) -> HttpResponse:
    rij = lezen.read_or_404(request, soort, sleutel)
    form = ReactieForm(initial=wacht, kind=request.lezer.is_kind)
    return lezen.show_stuk(request, rij, reactie=form, weer=True)


def _again_duidelijk(
    request: HttpRequest, wacht: Mapping[str, str], *, soort: str, sleutel: str
) -> HttpResponse:
    rij = lezen.read_or_404(request, soort, sleutel)
    form = DuidelijkForm(initial=wacht, kind=request.lezer.is_kind, auto_id="id_d_%s")
    return lezen.show_stuk(request, rij, duidelijk=form, weer=True)


def _again_horen(request: HttpRequest, wacht: Mapping[str, str]) -> HttpResponse:
    if not request.lezer.is_kind:
        raise Http404
    return _show_horen(request, HorenForm(initial=wacht, kind=True), weer=True)


terug.PAGINAS.update(
    {
        "meelezen_reactie": _again_reactie,
        "meelezen_duidelijk": _again_duidelijk,
        "meelezen_horen": _again_horen,
    }
)
