"""Check messages without delivering them: nothing is kept, not even for the length of a page."""

from __future__ import annotations

import io
import time
from typing import Any

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from paraplu.berichten.bestanden import MB, Grenzen
from paraplu.berichten.verslag import Begrensd, Bronbestand, keur_bestanden, verzamel
from paraplu.berichten.verslag.als_html import schrijf_html
from paraplu.berichten.verslag.als_json import schrijf_json
from paraplu.web.actions import write_spoor

from ..forms import ControleForm
from .leveringen import DOEL

#: What one request may bring: one message of the largest size (OP179). A message that has begun is
#: finished, so this bounds the time as well. In a zip more, and how many seconds and findings are enough.
HOOGSTENS = 25 * MB
GRENZEN = Grenzen(aantal=2_000, bestand=HOOGSTENS, samen=8 * HOOGSTENS)
SECONDEN = 20
BEVINDINGEN = 20_000
#: What is read and thrown away of a request that is too large, so that the browser hears why.
WEGGOOIEN = 40 * HOOGSTENS


class InGeheugen(MemoryFileUploadHandler):
    """Holds every uploaded file in memory, whatever its size: the request as a whole is bounded."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any) -> None:  # noqa: N803
        self.activated = True


@csrf_exempt
@require_http_methods(["GET", "POST"])
def controleren(request: HttpRequest) -> HttpResponse:
    """The form, and below it the report of what was just sent; with `als` the report as a file.

    Exempt only until it is known how the files are received: `_controleer` asks for the token.
    """
    if int(request.META.get("CONTENT_LENGTH") or 0) > HOOGSTENS:
        _throw_away(request)
        fout = _("Dit is samen meer dan 25 MB. Controleer minder bestanden tegelijk.")
        return _show(request, ControleForm(), fout=fout, status=413)
    request.upload_handlers = [InGeheugen(request)]
    try:
        return _controleer(request)
    except TooManyFilesSent:
        fout = _("Dit zijn meer dan 100 bestanden. Doe ze samen in een zip.")
        return _show(request, ControleForm(), fout=fout, status=413)


@csrf_protect
def _controleer(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request, ControleForm())
    form = ControleForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form, status=422)
    bestanden = form.cleaned_data["bestanden"]
    write_spoor(
        gebruiker=request.user,
        handeling="berichten controleren",
        voorwerp=f"{len(bestanden)} bestanden",
        doel=DOEL,
    )
    bronnen = [Bronbestand(bestand.name, bestand.file) for bestand in bestanden]
    gang = Begrensd(
        keur_bestanden(bronnen, vandaag=localdate(), grenzen=GRENZEN),
        tot=time.monotonic() + SECONDEN,
        bevindingen=BEVINDINGEN,
    )
    return _answer(request, gang, form.cleaned_data["als"])


def _answer(request: HttpRequest, gang: Begrensd, als: str) -> HttpResponse:
    """The report as this page, or as a file of its own."""
    uit = io.StringIO()
    if als == "json":
        schrijf_json(gang, uit)
        return _as_file(uit, "application/json", "paraplu-controle.json")
    verslag = verzamel(gang)
    if als == "html":
        schrijf_html(verslag, uit, op=localdate())
        return _as_file(uit, "text/html; charset=utf-8", "paraplu-controle.html")
    return _show(request, ControleForm(), verslag=verslag)


def _as_file(uit: io.StringIO, soort: str, naam: str) -> HttpResponse:
    return HttpResponse(
        uit.getvalue(),
        content_type=soort,
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


def _show(
    request: HttpRequest, form: ControleForm, *, status: int = 200, **meer: Any
) -> HttpResponse:
    grenzen = {"mb": HOOGSTENS // MB, "uitgepakt": GRENZEN.samen // MB, "seconden": SECONDEN}
    context = {"form": form, "grenzen": grenzen, **meer}
    return render(request, "dashboard/controleren.html", context, status=status)


def _throw_away(request: HttpRequest) -> None:
    """Read a body that is too large, up to a bound: who is cut off in mid-sentence hears no answer."""
    over = WEGGOOIEN
    while over > 0 and (stuk := request.read(MB)):
        over -= len(stuk)
