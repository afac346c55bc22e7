"""What pages of this room share: a form on a page, doing it or saying why not, and a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from paraplu.verslagen.inhoud import Inhoud
from paraplu.verslagen.weergave import make_html, make_pdf
from paraplu.verslagen.weergave.html import make_csp
from paraplu.web.actions import write_spoor
from paraplu.web.models import Gebruiker
from paraplu.web.rechten import mag

from ..actions.overleggen import DOEL
from ..fouten import OverlegFout
from ..merk import Merk

BEWAARD: Final = gettext_lazy("Bewaard.")
Terug = tuple[str, Any]


def need(is_toegestaan: bool) -> None:
    """404 unless this is allowed."""
    if not is_toegestaan:
        raise Http404


def may(gebruiker: Gebruiker, route: str, voorwerp: Any = None) -> bool:
    """Whether a page shows the way to `route` for this object."""
    return mag(gebruiker, route, voorwerp)


def show_form(
    request: HttpRequest, form: forms.Form, *, titel: Any, terug: Terug, **extra: Any
) -> HttpResponse:
    """A page with one form; 422 when it is not right yet. `terug` is where one came from."""
    return render(
        request,
        "overleg/formulier.html",
        {"form": form, "titel": titel, "terug": terug, **extra},
        status=422 if form.errors else 200,
    )


def try_save(form: forms.Form, doe: Callable[[], Any]) -> Any:
    """What `doe` gives; None after saying on the form why not. What was typed stays."""
    try:
        with transaction.atomic():
            return doe() or True
    except OverlegFout as fout:
        form.add_error(None, str(fout))
        return None


def done(request: HttpRequest, adres: Any, *, bericht: Any = BEWAARD) -> HttpResponse:
    """Say that it is kept, and go on."""
    messages.success(request, bericht)
    return redirect(adres)


def hand_out(
    request: HttpRequest, inhoud: Inhoud, *, formaat: str, naam: str, nummer: str, nu: datetime
) -> HttpResponse:
    """A copy as PDF/UA or as one HTML file, with who took it; call it in a transaction.

    `lees` shows the HTML file in the browser, `html` saves it.
    """
    need(formaat in {"pdf", "html", "lees"})
    trace_file(request, f"{naam} ophalen ({formaat})", nummer)
    merk = Merk.van(request.user, wanneer=nu, nummer=nummer)
    if formaat == "pdf":
        antwoord = HttpResponse(make_pdf(inhoud, merk), content_type="application/pdf")  # type: ignore[arg-type]
    else:
        bestand = make_html(inhoud, merk)  # type: ignore[arg-type]
        antwoord = HttpResponse(bestand, content_type="text/html; charset=utf-8")
        antwoord["Content-Security-Policy"] = make_csp()
    if formaat != "lees":
        bestandsnaam = f"paraplu-{nummer.replace(' ', '-')}.{formaat}"
        antwoord["Content-Disposition"] = f'attachment; filename="{bestandsnaam}"'
    return antwoord


def trace_file(request: HttpRequest, handeling: str, nummer: str) -> None:
    """Who took which file along."""
    write_spoor(gebruiker=request.user, handeling=handeling[:40], voorwerp=nummer, doel=DOEL)
