"""What every page of a garden begins with: may this user see it, and the line in the trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from paraplu.netwerk.models import Medewerker
from paraplu.web.actions import write_spoor

from .. import queries
from ..fouten import TuinFout
from ..models import Huishouden, Tuin

DOEL: Final = "werken in een toekomsttuin"
DOEL_TUIN: Final = "inrichten van een toekomsttuin"
BEWAARD: Final = gettext_lazy("Bewaard.")


def read_tuin(request: HttpRequest, pk: int) -> Tuin:
    """The garden, when this user may see its governance; else 404."""
    return get_object_or_404(queries.tuinen_for(request.user), pk=pk)


def read_huishouden(request: HttpRequest, pk: int) -> Huishouden:
    """The household, when this user works in its garden; else 404."""
    alle = queries.huishoudens_for(request.user).select_related("tuin")
    return get_object_or_404(alle, pk=pk)


def who(request: HttpRequest) -> Medewerker:
    """The person at work behind the account; 404 for an account without one."""
    ik = queries.own_medewerkers(request.user, op=localdate()).first()
    if ik is None:
        raise Http404
    return ik


def need(mag: bool) -> None:
    """404 unless this is allowed."""
    if not mag:
        raise Http404


def trace_tuin(request: HttpRequest, tuin: Tuin, handeling: str) -> None:
    """Write down what this user did with the garden, in the same transaction."""
    write_spoor(gebruiker=request.user, handeling=handeling, voorwerp=tuin.nummer, doel=DOEL_TUIN)


def trace(request: HttpRequest, huishouden: Huishouden, handeling: str) -> None:
    """Write down what this user did with the household, by number, in the same transaction."""
    write_spoor(
        gebruiker=request.user,
        handeling=handeling,
        voorwerp=f"{huishouden.tuin.nummer} {huishouden.nummer}",
        doel=DOEL,
        gezin=huishouden.nummer,
    )


def show_form(
    request: HttpRequest, form: forms.Form, *, titel: Any, terug: tuple[str, Any], **extra: Any
) -> HttpResponse:
    """A page with one form; 422 when it is not right yet. `terug` is where one came from."""
    return render(
        request,
        "toekomsttuin/formulier.html",
        {"form": form, "titel": titel, "terug": terug, **extra},
        status=422 if form.errors else 200,
    )


def try_save(form: forms.Form, doe: Callable[[], Any]) -> bool:
    """Do it, or say on the form why not; what was typed stays."""
    try:
        with transaction.atomic():
            doe()
    except TuinFout as fout:
        form.add_error(None, str(fout))
        return False
    return True


def done(request: HttpRequest, adres: str, *, bericht: Any = BEWAARD) -> HttpResponse:
    """Say that it is kept, and go on."""
    messages.success(request, bericht)
    return redirect(adres)
