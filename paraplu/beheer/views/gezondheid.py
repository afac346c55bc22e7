"""How Paraplu is doing: a page for the administrator, and the same for a machine."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from .. import actions, queries  # fmt: skip
from .. import metingen as tekst
from ..gezondheid import bronnen, look

HIER = frozenset({"127.0.0.1", "::1"})


@require_GET
def gezondheid(request: HttpRequest) -> HttpResponse:
    """Every point, the sources of data, and what failed."""
    return render(
        request,
        "beheer/gezondheid.html",
        {
            "punten": look(nu=now()),
            "bronnen": bronnen(op=localdate()),
            "rij": queries.queue(nu=now()),
        },
    )


@require_POST
def werk_herstellen(request: HttpRequest) -> HttpResponse:
    """Put work of a killed worker back in the queue."""
    taken, verslagen = actions.mend_werk(nu=now())
    if taken or verslagen:
        zin = _("Hersteld: %(taken)s taken en %(verslagen)s verslagen.")
        messages.success(request, zin % {"taken": taken, "verslagen": verslagen})
    else:
        messages.info(request, _("Er was niets te herstellen."))
    return redirect("gezondheid")


@require_GET
def metingen(request: HttpRequest) -> HttpResponse:
    """For Prometheus: on by a setting, and only for this machine or for who has the token."""
    if not (settings.METINGEN and _mag_meten(request)):
        raise Http404
    return HttpResponse(tekst.as_text(look(nu=now())), content_type=tekst.SOORT)


def _mag_meten(request: HttpRequest) -> bool:
    """Behind a proxy everybody seems to come from this machine; the proxy says for whom it asks."""
    gegeven = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METINGEN_SLEUTEL:
        return constant_time_compare(gegeven, settings.METINGEN_SLEUTEL)
    via_proxy = {"X-Forwarded-For", "X-Real-Ip", "Forwarded"} & set(request.headers)
    return not via_proxy and request.META.get("REMOTE_ADDR") in HIER
