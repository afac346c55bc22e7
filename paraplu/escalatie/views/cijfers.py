"""The figures over escalations."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from paraplu.casussen.cijfers import pagina
from paraplu.web.models import Soort

from ..cijfers.metingen import namen, read_alle_tabellen, read_tabellen

BOEK = pagina.Cijferboek(
    titel=_("Cijfers over escalaties"),
    over="escalaties",
    route="escalatie_cijfers",
    bestand="paraplu-escalaties",
    tabellen=read_tabellen,
    namen=namen,
    verder=(("escalaties", _("Escalatie")),),
)
HEEL_GELDERLAND = replace(BOEK, tabellen=read_alle_tabellen)


def book_for(request: HttpRequest) -> pagina.Cijferboek:
    """Situation 3 only for who looks at the whole of Gelderland (R132)."""
    ergens = request.GET.get("regio") or request.GET.get("partij")
    overal = request.user.soort == Soort.CONTRACTMANAGER and not ergens
    return HEEL_GELDERLAND if overal else BOEK


@require_GET
@transaction.atomic
def escalatie_cijfers(request: HttpRequest) -> HttpResponse:
    """Every measure in words, with its parts in a table."""
    return pagina.show_cijfers(request, book_for(request))


@require_GET
@transaction.atomic
def escalatie_cijfers_csv(request: HttpRequest) -> HttpResponse:
    """The same figures as a sheet; what is hidden on the page is hidden in it."""
    return pagina.show_csv(request, book_for(request))


@require_GET
@transaction.atomic
def escalatie_cijfers_lijst(request: HttpRequest, meting: str) -> HttpResponse:
    """One figure with its receipt."""
    return pagina.show_lijst(request, book_for(request), meting)
