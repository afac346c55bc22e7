"""What every page of this room shares: the trace, a form on a page, and an act that may be refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from paraplu.web.actions import write_spoor

from ..fouten import ContractFout

DOEL: Final = "beheer van contracten en tarieven"
BEWAARD: Final = _("Bewaard.")


def trace(request: HttpRequest, handeling: str, voorwerp: str = "") -> None:
    """Write down what was done, in the same transaction."""
    write_spoor(gebruiker=request.user, handeling=handeling, voorwerp=voorwerp, doel=DOEL)


def need(mag: bool) -> None:
    """404 unless this is allowed."""
    if not mag:
        raise Http404


def try_save(form: forms.Form, doe: Callable[[], Any]) -> bool:
    """Do it, or say on the form why not; what was typed stays."""
    try:
        with transaction.atomic():
            doe()
    except ContractFout as fout:
        form.add_error(None, str(fout))
        return False
    return True


def show_form(
    request: HttpRequest, form: forms.Form, *, titel: Any, terug: tuple[str, Any], **extra: Any
) -> HttpResponse:
    """A page with one form; 422 when it is not right yet. `terug` is where one came from."""
    return render(
        request,
        "contract/formulier.html",
        {"form": form, "titel": titel, "terug": terug, **extra},
        status=422 if form.errors else 200,
    )


def done(request: HttpRequest, adres: str, *, bericht: Any = BEWAARD) -> HttpResponse:
    """Say that it is kept, and go on."""
    messages.success(request, bericht)
    return redirect(adres)
