"""The agreements of a talk as steps: on the case, on one's list of work, done or not with the reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from paraplu.casussen import queries as werk
from paraplu.casussen.fouten import MagNiet
from paraplu.casussen.models import Casus
from paraplu.casussen.panelen import Paneel
from paraplu.casussen.views.stap import DOEL, who
from paraplu.casussen.views.uitvoeren import run
from paraplu.web.actions import write_spoor

from .. import uitkomsten
from ..actions.besluiten import report_afspraak
from ..forms.opvolgen import AfspraakForm
from ..models import Afspraak


@require_http_methods(["GET", "POST"])
@transaction.atomic
def tafelafspraak(request: HttpRequest, pk: int) -> HttpResponse:
    """One agreement: who has to do it says whether it is done, also when the case has ended."""
    vandaag = localdate()
    afspraak = get_object_or_404(uitkomsten.afspraken_for(request.user, op=vandaag), pk=pk)
    mag = uitkomsten.may_report(request.user, afspraak, op=vandaag)
    casus = werk.casussen_for(request.user).filter(pk=afspraak.casus_id).first()
    write_spoor(
        gebruiker=request.user,
        handeling="afspraak melden" if request.method == "POST" else "afspraak bekijken",
        voorwerp=f"C{afspraak.casus_id} afspraak",
        doel=DOEL,
        gezin=casus.gezin.nummer if casus else "",
    )
    form = AfspraakForm(request.POST or None)
    if request.method == "POST" and _report(request, afspraak, form, mag):
        messages.success(request, _("Vastgelegd."))
        return redirect(casus or "mijn_werk")
    return render(
        request,
        "tafel/afspraak.html",
        {
            "afspraak": afspraak,
            "casus": casus,
            "nummer": f"C{afspraak.casus_id}",
            "form": form if mag and afspraak.stand == Afspraak.Stand.OPEN else None,
        },
        status=422 if form.errors else 200,
    )


def _report(request: HttpRequest, afspraak: Afspraak, form: forms.Form, mag: bool) -> bool:
    """Whether it was said now."""

    def doe(velden: dict[str, Any]) -> None:
        if not mag:
            raise MagNiet(_("Dit meldt wie de afspraak doet. Er is niets gewijzigd."))
        report_afspraak(afspraak=afspraak, by=who(request), on=localdate(), **velden)

    return form.is_valid() and run(form, doe) is None


def show_paneel(request: HttpRequest, casus: Casus) -> dict[str, Any] | None:
    """All agreements of a case, for who sees the whole family."""
    vandaag = localdate()
    if not werk.sees_gezin(request.user, casus, op=vandaag):
        return None
    rijen = list(casus.tafelafspraken.exclude(stand=Afspraak.Stand.VERVALLEN))
    return {"rijen": rijen, "vandaag": vandaag} if rijen else None


PANEEL = Paneel(template="tafel/afspraken_paneel.html", context=show_paneel)
