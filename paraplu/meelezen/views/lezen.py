"""What the family reads: the overview, one item, who looked, what one wrote oneself."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_GET

from .. import actions
from ..forms.gezin import DuidelijkForm, ReactieForm
from ..poort import voor_lezer
from ..queries import gezin
from ..queries.lezer import Leesstuk, list_stukken, read_stuk, render_stuk
from ..woorden import DUIDELIJK, FUNCTIES, HOREN


@require_GET
@voor_lezer
def overzicht(request: HttpRequest) -> HttpResponse:
    """What can be read, and what one can do."""
    lezer = request.lezer
    actions.note_pagina(lezer, "overzicht")
    return render(
        request,
        "meelezen/overzicht.html",
        {
            "stukken": list_stukken(lezer, op=now()),
            "uitnodigingen": gezin.list_uitnodigingen(lezer),
        },
    )


@require_GET
@voor_lezer
def stuk(request: HttpRequest, soort: str, sleutel: str) -> HttpResponse:
    """One item, with what one wrote about it."""
    rij = read_or_404(request, soort, sleutel)
    actions.note_leesmoment(request.lezer, rij, op=now())
    return show_stuk(request, rij)


@require_GET
@voor_lezer
def wie_keek(request: HttpRequest) -> HttpResponse:
    """Who looked at the file, by function (R4)."""
    lezer = request.lezer
    actions.note_pagina(lezer, "wie keek er")
    per_dag: dict[Any, list[dict[str, Any]]] = {}
    for blik in gezin.list_blikken(lezer):
        wie = {"blik": blik, "functie": FUNCTIES.get(blik.functie, blik.functie)}
        per_dag.setdefault(blik.dag, []).append(wie)
    return render(request, "meelezen/wie_keek.html", {"dagen": list(per_dag.items())})


@require_GET
@voor_lezer
def geschreven(request: HttpRequest) -> HttpResponse:
    """Everything one wrote in this case, word for word, and who read it."""
    lezer = request.lezer
    actions.note_pagina(lezer, "geschreven")
    rijen = [with_woord(rij) for rij in gezin.own_inbreng(lezer)]
    return render(request, "meelezen/geschreven.html", {"rijen": rijen})


def read_or_404(request: HttpRequest, soort: str, sleutel: str) -> Leesstuk:
    """The item, when this person may read it; else nothing is there."""
    rij = read_stuk(request.lezer, soort, sleutel, op=now())
    if rij is None:
        raise Http404
    return rij


def show_stuk(
    request: HttpRequest,
    rij: Leesstuk,
    *,
    reactie: ReactieForm | None = None,
    duidelijk: DuidelijkForm | None = None,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    """The page of one item, with its forms."""
    lezer = request.lezer
    wie = {"kind": lezer.is_kind, "auto_id": "id_%s"}
    return render(
        request,
        "meelezen/stuk.html",
        {
            "rij": rij,
            "inhoud": render_stuk(lezer, rij),
            "eigen": [with_woord(i) for i in gezin.own_inbreng(lezer, bij=rij)],
            "gedeeld": [with_woord(i) for i in gezin.shared_inbreng(lezer, bij=rij)],
            "reactie": reactie or ReactieForm(**wie),
            "duidelijk": duidelijk or DuidelijkForm(kind=lezer.is_kind, auto_id="id_d_%s"),
            **extra,
        },
        status=status,
    )


def with_woord(inbreng: Any) -> Any:
    """The chosen answer in words."""
    inbreng.keuze_woord = {**DUIDELIJK, **HOREN}.get(inbreng.keuze, "")
    return inbreng
