"""The pages about keys, and the document that describes the API."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from paraplu.web.models import Soort
from paraplu.web.rechten import mag

from . import actions, queries
from .deur import BEWAAR, guard
from .document import make_document
from .forms import SleutelForm
from .versie import BASIS

#: How long a key works when nothing else is chosen.
GEWOON = timedelta(days=90)


@require_http_methods(["GET", "POST"])
def api_sleutels(request: HttpRequest) -> HttpResponse:
    """The own keys; a new one is shown on the page that made it, and never again."""
    if request.method == "GET":
        return _page(request, SleutelForm(initial={"einddatum": localdate() + GEWOON}))
    form = SleutelForm(request.POST)
    if form.is_valid():
        try:
            token = actions.make_sleutel(
                gebruiker=request.user, op=localtime(), **form.cleaned_data
            )
        except actions.SleutelFout as fout:
            form.add_error(None, str(fout))
        else:
            leeg = SleutelForm(initial={"einddatum": localdate() + GEWOON})
            return _page(request, leeg, nieuw=token)
    return _page(request, form, status=422)


@require_POST
def api_sleutel_intrekken(request: HttpRequest, nummer: int) -> HttpResponse:
    """End a key: the own, or as administrator anybody's."""
    sleutel = get_object_or_404(queries.sleutels_for(request.user), pk=nummer)
    if not mag(request.user, "api_sleutel_intrekken", sleutel):
        raise Http404
    if actions.withdraw_sleutel(sleutel=sleutel, by=request.user, op=now()):
        messages.success(request, _("De sleutel werkt niet meer."))
    else:
        messages.warning(request, _("Deze sleutel was al ingetrokken."))
    beheert = request.user.soort == Soort.BEHEERDER
    return redirect("api_sleutels_beheer" if beheert else "api_sleutels")


@require_GET
def api_sleutels_beheer(request: HttpRequest) -> HttpResponse:
    """Every key with whose it is, for the administrator; to revoke and not to make."""
    return render(
        request,
        "api/beheer.html",
        {"sleutels": queries.sleutels_for(request.user), "vandaag": localdate()},
    )


def _give_openapi(_request: HttpRequest, _pad: dict[str, str]) -> HttpResponse:
    """The document, for whoever asks from wherever: it holds nothing but how to ask."""
    antwoord = JsonResponse(
        make_document(settings.WEBADRES), json_dumps_params={"ensure_ascii": False}
    )
    antwoord.headers["Access-Control-Allow-Origin"] = "*"
    antwoord.headers["Cache-Control"] = BEWAAR
    return antwoord


openapi = guard(_give_openapi)


def _page(
    request: HttpRequest, form: SleutelForm, *, nieuw: str = "", status: int = 200
) -> HttpResponse:
    inhoud = {
        "form": form,
        "nieuw": nieuw,
        "sleutels": queries.sleutels_for(request.user),
        "vandaag": localdate(),
        "basis": BASIS,
    }
    return render(request, "api/sleutels.html", inhoud, status=status)
