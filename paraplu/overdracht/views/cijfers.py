"""Figures over the end of measures, on pages and as a sheet."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from paraplu.casussen.cijfers import pagina

from ..cijfers.metingen import read_tabellen
from ..cijfers.woorden import namen

BOEK = pagina.Cijferboek(
    titel=_("Cijfers over het einde van maatregelen"),
    over="overdrachten",
    route="overdrachtcijfers",
    bestand="paraplu-overdrachtcijfers",
    tabellen=read_tabellen,
    namen=namen,
    verder=(("routes", _("De afspraken van de routes")),),
)


@require_GET
@transaction.atomic
def overdrachtcijfers(request: HttpRequest) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    return pagina.show_cijfers(request, BOEK)


@require_GET
@transaction.atomic
def overdrachtcijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    return pagina.show_csv(request, BOEK)


@require_GET
@transaction.atomic
def overdrachtcijfers_lijst(request: HttpRequest, meting: str) -> HttpResponse:
    """One figure: split by quarter, region and party, with the cases that this user may open."""
    return pagina.show_lijst(request, BOEK, meting)
