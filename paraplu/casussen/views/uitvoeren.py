"""How a form of a step is carried out: whole or not at all, and what went wrong is said on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..fouten import CasusFout
from ..models import CasusStap
from .stap import show_stap

Daad = Callable[[dict[str, Any]], Any]
Handeling = Callable[[HttpRequest, CasusStap], HttpResponse]


def choose(handelingen: Mapping[str, Handeling]) -> Callable[..., HttpResponse]:
    """The `handle` of a StapVorm: the function behind the button; an unknown one does nothing."""

    def handle(request: HttpRequest, stap: CasusStap, handeling: str) -> HttpResponse:
        doe = handelingen.get(handeling)
        if doe is None:
            messages.warning(request, _("Deze knop is er niet. Er is niets gewijzigd."))
            return redirect(stap)
        return doe(request, stap)

    return handle


def carry_out(
    request: HttpRequest,
    stap: CasusStap,
    *,
    naam: str,
    form: forms.Form,
    doe: Daad,
    gelukt: str,
) -> HttpResponse:
    """Do it with what was filled in; `naam` is the form's place on the page, for its errors."""
    if not form.is_valid():
        return show_stap(request, stap, status=422, **{naam: form})
    if (fout := run(form, doe)) is not None:
        return show_stap(request, stap, status=422, **{naam: form}, **fout)
    messages.success(request, gelukt)
    stap.refresh_from_db()
    return redirect(stap if stap.is_open else stap.casus)


def run(form: forms.Form, doe: Daad) -> dict[str, Any] | None:
    """Do it within a savepoint; else what the page shows beside the errors of the form."""
    try:
        with transaction.atomic():
            doe(form.cleaned_data)
    except CasusFout as fout:
        form.add_error(None, fout.melding)
        return fout.toon()
    return None
