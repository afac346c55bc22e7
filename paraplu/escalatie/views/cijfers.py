"""The figures over escalations."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from paraplu.casussen.cijfers import pagina

from ..cijfers.metingen import namen, read_tabellen

BOEK = pagina.Cijferboek(
    titel=_("Cijfers over escalaties"),
    over="escalaties",
    route="escalatie_cijfers",
    bestand="paraplu-escalaties",
    tabellen=read_tabellen,
    namen=namen,
    verder=(("escalaties", _("Escalatie")),),
)


@require_GET
@transaction.atomic
def escalatie_cijfers(request: HttpRequest) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    return pagina.show_cijfers(request, BOEK)


@require_GET
@transaction.atomic
def escalatie_cijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    return pagina.show_csv(request, BOEK)


@require_GET
@transaction.atomic
def escalatie_cijfers_lijst(request: HttpRequest, meting: str) -> HttpResponse:
    """One figure with its receipt."""
    return pagina.show_lijst(request, BOEK, meting)
