"""The figures over the tables: all of them, one with its receipt, and as a sheet."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from paraplu.casussen.cijfers import pagina

from ..cijfers.lezen import read_tabellen
from ..cijfers.woorden import namen

BOEK = pagina.Cijferboek(
    titel=_("Cijfers over de tafels"),
    over="de tafels",
    route="tafel_cijfers",
    bestand="paraplu-tafelcijfers",
    tabellen=read_tabellen,
    namen=namen,
    verder=(("routes", _("De afspraken van de routes")),),
)


@require_GET
@transaction.atomic
def tafel_cijfers(request: HttpRequest) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    return pagina.show_cijfers(request, BOEK)


@require_GET
@transaction.atomic
def tafel_cijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    return pagina.show_csv(request, BOEK)


@require_GET
@transaction.atomic
def tafel_cijfers_lijst(request: HttpRequest, meting: str) -> HttpResponse:
    """One figure with its receipt: what counted, what did not, the cases this user may open."""
    return pagina.show_lijst(request, BOEK, meting)
